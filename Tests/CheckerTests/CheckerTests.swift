import Testing
@testable import Checker
@Suite struct T {}
