/** Bold that ends in Chinese punctuation, `**…。**`, is bold; it is the site's package, and not the root's. */
export { default } from 'remark-cjk-friendly';
