/** Why a workbook cannot be had from one that is like it: whoever asked builds it by itself. */
export class NotStamped extends Error {
  override readonly name = 'NotStamped';
}
