/** No language beyond those that come with the highlighter: theme-classic's own brings Prism's list of all there are. */
export default function prismIncludeLanguages(): void {}
