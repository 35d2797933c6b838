"""The best one-to-one assignment of two lists, given how well each two go together."""

from collections.abc import Callable


def assign(rows: int, columns: int, gain: Callable[[int, int], int]) -> tuple[tuple[int, int], ...]:
    """The (row, column) pairs whose gains add up highest; what gains nothing stays without partner.

    >>> assign(2, 2, lambda i, j: (5, 4, 4, 0)[2 * i + j])
    ((0, 1), (1, 0))
    """
    if rows > columns:
        turned = assign(columns, rows, lambda i, j: gain(j, i))
        return tuple(sorted((row, column) for column, row in turned))
    gains = [[max(gain(i, j), 0) for j in range(columns)] for i in range(rows)]
    search = _Search([[-g for g in line] for line in gains], columns)
    for row in range(rows):
        search.place(row)
    return tuple((i, j) for j, i in sorted(search.held(), key=lambda held: held[1]) if gains[i][j] > 0)


class _Search:
    """The Hungarian method: rows are placed one after the other, each by the cheapest augmenting path."""

    def __init__(self, costs: list[list[int]], columns: int) -> None:
        # Row and column 0 are the empty start of a path; the others count from 1.
        self._costs = costs
        self._row_price = [0] * (len(costs) + 1)
        self._column_price = [0] * (columns + 1)
        self._holder = [0] * (columns + 1)

    def held(self) -> list[tuple[int, int]]:
        """Each column with the row that holds it."""
        return [(j - 1, row - 1) for j, row in enumerate(self._holder) if j and row]

    def place(self, row: int) -> None:
        """Give `row` a column, moving rows placed before where that is cheaper."""
        self._holder[0] = row + 1
        columns = range(1, len(self._holder))
        least: dict[int, int] = {}
        came_from = [0] * len(self._holder)
        done, taken = [0], [False] * len(self._holder)
        while self._holder[done[-1]]:
            column = done[-1]
            holder = self._holder[column]
            for j in columns:
                if taken[j]:
                    continue
                reduced = self._costs[holder - 1][j - 1] - self._row_price[holder] - self._column_price[j]
                if j not in least or reduced < least[j]:
                    least[j], came_from[j] = reduced, column
            nearest = min(least, key=lambda j: (least[j], j))
            self._reprice(done, least, least[nearest])
            del least[nearest]
            done.append(nearest)
            taken[nearest] = True
        column = done[-1]
        while column:
            self._holder[column] = self._holder[came_from[column]]
            column = came_from[column]

    def _reprice(self, done: list[int], least: dict[int, int], step: int) -> None:
        for j in done:
            self._row_price[self._holder[j]] += step
            self._column_price[j] -= step
        for j in least:
            least[j] -= step
