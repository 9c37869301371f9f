import GRDB

extension Row {
  /// A column's value. A damaged file may hold anything: this throws where GRDB's own subscript stops the program.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
    try decode(forColumn: column)
  }
}
