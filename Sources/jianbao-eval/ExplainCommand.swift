import ArgumentParser
import Foundation
import Outliner
import SourceReaders

/// Prints what every rule proposed, with weights: for those who write rules.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints each item's blocks and every rule's candidates with their weights.")

  @Argument(help: "Text files.")
  var files: [String]

  func run() throws {
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
      for line in Outliner().explain(try read(bytes, source: file)) { print(line) }
    }
  }
}
