import Foundation
import Synchronization

/// Makes values on the other cores, some ahead of their use, and hands them on in their order: sources are read and
/// outlined while the archive's one writer is at an earlier one.
public enum Ahead {
  /// How many are made before they are used: few, for each may hold a whole newspaper.
  private static let window = 8

  /// A value that is being made.
  private final class Slot<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let made = DispatchSemaphore(value: 0)

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

  /// Stops at the first error of `use`; what is being made then is thrown away.
  public static func forEach<Value: Sendable, Failure: Error>(
    _ count: Int, make: @escaping @Sendable (Int) -> Value, use: (Value) throws(Failure) -> Void
  ) throws(Failure) {
    var slots: [Slot<Value>] = []
    func begin(_ index: Int) {
      guard index < count else { return }
      let slot = Slot<Value>()
      slots.append(slot)
      DispatchQueue.global().async { slot.make { make(index) } }
    }
    for index in 0..<window { begin(index) }
    for index in 0..<count {
      guard let value = slots.removeFirst().take() else { return }
      begin(index + window)
      try use(value)
    }
  }
}
