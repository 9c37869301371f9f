// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-warnings-as-errors"]),
]

let package = Package(
  name: "jianbao",
  products: [.executable(name: "jianbao", targets: ["jianbao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "BriefingModel", swiftSettings: strict),
    .target(name: "JSONText", swiftSettings: strict),
    .target(name: "Packaging", dependencies: ["CLibXML2", "CLibZip"], swiftSettings: strict),
    .target(name: "Programs", swiftSettings: strict),
    .target(
      name: "SourceReaders", dependencies: ["BriefingModel", "Packaging", "Programs"], swiftSettings: strict),
    .target(
      name: "Outliner", dependencies: ["BriefingModel"], resources: [.embedInCode("Vocabulary")],
      swiftSettings: strict),
    .target(
      name: "Comparator", dependencies: ["BriefingModel"], resources: [.embedInCode("Vocabulary")],
      swiftSettings: strict),
    .target(
      name: "Composer", dependencies: ["BriefingModel"], resources: [.embedInCode("Vocabulary")],
      swiftSettings: strict),
    .target(
      name: "DocumentWriters", dependencies: ["BriefingModel", "JSONText", "Packaging"],
      resources: [.embedInCode("Templates")], swiftSettings: strict),
    .target(
      name: "Archive", dependencies: ["BriefingModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Checker", dependencies: ["BriefingModel", "Packaging"], swiftSettings: strict),
    .executableTarget(
      name: "jianbao",
      dependencies: [
        "BriefingModel", "SourceReaders", "Outliner", "Comparator", "Composer", "DocumentWriters",
        "Archive", "Checker", "JSONText",
        "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "jianbao-eval",
      dependencies: [
        "Archive", "BriefingModel", "SourceReaders", "Outliner", "Comparator", "Composer", "DocumentWriters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(
      name: "SourceReadersTests",
      dependencies: ["BriefingModel", "Outliner", "Packaging", "Programs", "SourceReaders", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "jianbaoTests", dependencies: ["Archive", "jianbao", "JSONText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "BriefingModel", "Outliner", "SourceReaders", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .testTarget(
      name: "CheckerTests",
      dependencies: [
        "BriefingModel", "Checker", "Composer", "DocumentWriters", "Outliner", "Packaging", "SourceReaders",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(name: "HouseRulesTests", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["BriefingModel"], path: "Tests/Support", swiftSettings: strict),
    .testTarget(name: "PackagingTests", dependencies: ["Packaging", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ComposerTests",
      dependencies: ["BriefingModel", "Comparator", "Composer", "Outliner", "SourceReaders", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ComparatorTests",
      dependencies: ["BriefingModel", "Comparator", "Outliner", "SourceReaders", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentWritersTests",
      dependencies: ["BriefingModel", "Composer", "DocumentWriters", "Packaging", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OutlinerTests", dependencies: ["BriefingModel", "Outliner", "SourceReaders", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "jianbao-evalTests", dependencies: ["jianbao-eval", "BriefingModel"], swiftSettings: strict),
  ]
)

// Built by Scripts/fuzz alone: libFuzzer brings the program's entry.
if Context.environment["JIANBAO_FUZZ"] != nil {
  package.products.append(.executable(name: "jianbao-fuzz", targets: ["jianbao-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "jianbao-fuzz", dependencies: ["Outliner", "Packaging", "SourceReaders"], path: "Tests/Fuzz",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
