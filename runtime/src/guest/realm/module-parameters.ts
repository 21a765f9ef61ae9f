/** Parameters of the function that a module's code is the body of: `guest/instrument`'s, without its parser. */
export const moduleParameters = [
  'require',
  'exports',
  '$wl_e',
  '$wl_h',
  '$wl_c',
  '$wl_p',
  '$wl_k',
  '$wl_l',
  '$wl_m',
  '$wl_f',
  '$wl_b',
  '$wl_v',
] as const;
