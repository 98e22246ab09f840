import type { ImportProblem } from '@imsa-hub/network-common';

/** More lines than anybody mends in one go would only slow the page. */
const MOST_SHOWN = 200;

function inWords(count: number): string {
  const mend =
    count === 1 ? 'Mend it and check again.' : 'Mend them and check again.';
  const found = count === 1 ? '1 problem' : `${count} problems`;
  if (count <= MOST_SHOWN) return `${found}. ${mend}`;
  return `${found}; the first ${MOST_SHOWN} are shown. ${mend}`;
}

/** Everything to mend in a file, by row and column. */
export function ImportProblems(props: { problems: readonly ImportProblem[] }) {
  const { problems } = props;
  return (
    <>
      <p role="status">{inWords(problems.length)}</p>
      <table className="hub-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, MOST_SHOWN).map(({ row, column, problem }) => (
            <tr key={`${row} ${column ?? ''} ${problem}`}>
              <td>{row}</td>
              <td>{column ?? 'Whole row'}</td>
              <td>{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
