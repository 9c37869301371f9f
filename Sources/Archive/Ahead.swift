import Foundation
import Synchronization

/// Makes values on the other cores, some ahead of their use, and hands them on in their order: sources are read and
/// outlined while the archive's one writer is at an earlier one.
public enum Ahead {
  /// How many bytes of input may be ahead of their use: whole newspapers a few, short articles many, so that the other
  /// cores have work while the writer fills its indexes.
  private static let mostBytes = 1 << 20
  private static let mostValues = 256

  /// A value that is being made.
  private final class Slot<Value: Sendable>: Sendable {
    let size: Int
    private let value = Mutex<Value?>(nil)
    private let made = DispatchSemaphore(value: 0)

    init(size: Int) { self.size = size }

    func make(_ work: () -> Value) {
      let new = work()
      value.withLock { $0 = new }
      made.signal()
    }

    func take() -> Value? {
      made.wait()
      return value.withLock { $0 }
    }
  }

  /// `size` is that of a value's input in bytes. Stops at the first error of `use`; what is being made then is thrown
  /// away.
  public static func forEach<Value: Sendable, Failure: Error>(
    _ count: Int, size: (Int) -> Int, make: @escaping @Sendable (Int) -> Value,
    use: (Value) throws(Failure) -> Void
  ) throws(Failure) {
    var slots: [Slot<Value>] = []
    var (next, bytes) = (0, 0)
    func begin() {
      while next < count, slots.isEmpty || (bytes < mostBytes && slots.count < mostValues) {
        let (index, slot) = (next, Slot<Value>(size: size(next)))
        slots.append(slot)
        DispatchQueue.global().async { slot.make { make(index) } }
        next += 1
        bytes += slot.size
      }
    }
    for _ in 0..<count {
      begin()
      let slot = slots.removeFirst()
      guard let value = slot.take() else { return }
      bytes -= slot.size
      try use(value)
    }
  }
}
