/** OData's comparison operators, each with what it makes of an order below, at or above zero. */
export const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

export const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
