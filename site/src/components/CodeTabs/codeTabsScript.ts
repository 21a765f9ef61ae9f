/** Runs before a page is drawn: what CodeTabs keeps is in force from the first frame, and nothing jumps. */
export const codeTabsScript = `try{document.documentElement.dataset.code=localStorage.getItem('work-loop:code')=='"ts"'?'ts':'cpp'}catch{document.documentElement.dataset.code='cpp'}`;
