/** Titles of the properties that scenarios need not word themselves. */
export const propertyEn = {
  'property.every-call-returns': 'every call returns {value}',
  'property.call-returns': 'call {call} of {client} returns {value}',
  'property.no-livelock': 'threads go round in a circle forever',
} as const;
