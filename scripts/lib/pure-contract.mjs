import { inRepo } from './paths.mjs';

/**
 * What contract/ declares is without effect until it is used: a bundler cannot know that of `z.object(…).strict()` or `instant.nullable()`, and
 * keeps every schema. Each value made by a call is made inside a function that is marked so, and goes with all that is made for it alone.
 * @type {() => import('vite').Plugin}
 */
export const pureContract = () => ({
  name: 'pure-contract',
  transform: {
    // In the bundler's own words, on Windows too.
    filter: { id: `${inRepo('contract').replaceAll('\\', '/')}/**` },
    handler(code) {
      const calls = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declared?.type !== 'VariableDeclaration') return [];
        return declared.declarations.flatMap(({ init }) => (init?.type === 'CallExpression' ? [init] : []));
      });
      let [marked, at] = ['', 0];
      for (const { start, end } of calls) {
        marked += `${code.slice(at, start)}/*#__PURE__*/ (() => ${code.slice(start, end)})()`;
        at = end;
      }
      return { code: marked + code.slice(at), map: null };
    },
  },
});
