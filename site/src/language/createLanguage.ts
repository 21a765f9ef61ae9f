import ts from 'typescript';
import { explanationOf } from './explanation';
import type { Files, Language, Place, Problem, TextChange } from './protocol';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  strict: true,
  noEmit: true,
  // The language itself is one of the library's files: what a driver's realm has, and no more.
  noLib: true,
  types: [],
};

/** Also names that would have to be imported first. */
const preferences: ts.UserPreferences = {
  includeCompletionsForModuleExports: true,
  importModuleSpecifierPreference: 'shortest',
  quotePreference: 'single',
};

/**
 * TypeScript's language service over files in memory.
 *
 * @param library the declarations that every program sees, by absolute path
 */
export function createLanguage(library: Files): Language {
  const texts = new Map(Object.entries(library));
  const versions = new Map<string, number>();
  const roots = new Set(['/lib.d.ts']);

  const put = (path: string, text: string): void => {
    if (texts.get(path) === text) return;
    texts.set(path, text);
    versions.set(path, (versions.get(path) ?? 0) + 1);
    roots.add(path);
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...roots],
    getScriptVersion: (path) => String(versions.get(path) ?? 0),
    getScriptSnapshot: (path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.d.ts',
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
  });
  const under = (folder: string): string[] => [...roots].filter((path) => path.startsWith(folder));

  return {
    open(project, files) {
      for (const [file, text] of Object.entries(files)) put(pathOf(project, file), text);
    },
    write(project, file, text) {
      put(pathOf(project, file), text);
    },
    close(project) {
      for (const path of under(pathOf(project, ''))) {
        roots.delete(path);
        texts.delete(path);
      }
    },
    problems(project) {
      const folder = pathOf(project, '');
      return under(folder).flatMap((path) => {
        const file = path.slice(folder.length);
        return [
          ...service.getSyntacticDiagnostics(path).map((found) => problemOf(file, found, true)),
          ...service.getSemanticDiagnostics(path).map((found) => problemOf(file, found, false)),
        ];
      });
    },
    suggest({ project, file, at }) {
      const path = pathOf(project, file);
      const text = texts.get(path) ?? '';
      const found = service.getCompletionsAtPosition(path, at, { ...preferences, includeSymbol: true });
      const checker = service.getProgram()?.getTypeChecker();
      if (!found || !checker) return null;
      // To override such a method is a driver's business, and so is what it then asks of `super`.
      const calls = /(?<!\bsuper)\??\.\s*[\w$]*$/.test(text.slice(0, at));
      return {
        from: at - (/[\w$#]*$/.exec(text.slice(0, at))?.[0].length ?? 0),
        list: found.entries
          .filter(({ source, data }) => source === undefined || mayImport(source, data, project, text))
          .filter(({ symbol }) => !(calls && symbol && isInternal(symbol, checker)))
          .map(({ name, kind, sortText, source, data }) => ({ name, kind, sort: sortText, source, data })),
      };
    },
    details({ project, file, at }, { name, source, data }) {
      const path = pathOf(project, file);
      const details = service.getCompletionEntryDetails(
        path,
        at,
        name,
        ts.getDefaultFormatCodeSettings(),
        source,
        preferences,
        data as ts.CompletionEntryData,
      );
      return details
        ? { ...explanationOf(details), changes: changesIn(path, details.codeActions?.[0]) }
        : null;
    },
    explain({ project, file, at }) {
      const info = service.getQuickInfoAtPosition(pathOf(project, file), at);
      if (!info) return null;
      const { start, length } = info.textSpan;
      return { from: start, to: start + length, ...explanationOf(info) };
    },
  };
}

const pathOf = (project: Place['project'], file: string): string => `/${project}/${file}`;

/** The library and the program's own files are welcome; other programs on the page are not, nor what scenarios are made of in a driver. */
function mayImport(
  source: string,
  data: ts.CompletionEntryData | undefined,
  project: number,
  text: string,
): boolean {
  if (source === 'workloop/run') return text.includes(`'${source}'`);
  const from = data?.fileName;
  return source === 'workloop' || from === undefined || from.startsWith(pathOf(project, ''));
}

/** Whether a docstring says `@internal`, its own or that of what it overrides: a driver does not call it, though the types would let it. */
function isInternal(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (symbol.getJsDocTags(checker).some(({ name }) => name === 'internal')) return true;
  const owner = symbol.valueDeclaration?.parent;
  if (!owner || !ts.isClassLike(owner)) return false;
  const bases = checker.getTypeAtLocation(owner).getBaseTypes() ?? [];
  return bases.some((base) => {
    const overridden = base.getProperty(symbol.name);
    return overridden !== undefined && isInternal(overridden, checker);
  });
}

function problemOf(file: string, diagnostic: ts.Diagnostic, isSyntax: boolean): Problem {
  const from = diagnostic.start ?? 0;
  return {
    file,
    from,
    to: from + (diagnostic.length ?? 0),
    line: (diagnostic.file?.getLineAndCharacterOfPosition(from).line ?? 0) + 1,
    severity: diagnostic.category === ts.DiagnosticCategory.Error ? 'error' : 'warning',
    isSyntax,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  };
}

const changesIn = (path: string, action: ts.CodeAction | undefined): readonly TextChange[] =>
  action?.changes
    .filter(({ fileName }) => fileName === path)
    .flatMap(({ textChanges }) =>
      textChanges.map(({ span, newText }) => ({
        from: span.start,
        to: span.start + span.length,
        insert: newText,
      })),
    ) ?? [];
