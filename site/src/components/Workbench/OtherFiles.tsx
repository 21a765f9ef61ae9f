import type { ReactNode } from 'react';
import type { SourceFile } from '../Editor/editor';

/** The files behind the one that lies open, for a reader who cannot open them: there is no script to do it. */
export function OtherFiles({ files }: { files: readonly SourceFile[] }): ReactNode {
  return (
    <noscript>
      {files.map(({ path, text }) => (
        <div key={path}>
          <p>
            <code>{path}</code>
          </p>
          <pre>
            <code>{text}</code>
          </pre>
        </div>
      ))}
    </noscript>
  );
}
