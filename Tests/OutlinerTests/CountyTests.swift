import BriefingModel
import Testing

@testable import Outliner

/// Every county of the list, named by a dateline; and names that are not, or not only, a county's.
@Suite struct CountyTests {
  private static let counties = Gazetteer.standard.counties
  private static let bearers = Dictionary(grouping: counties, by: \.name)
  private static let shared = bearers.filter { $0.value.count > 1 }.keys.sorted()

  private func outline(_ text: String, _ options: Outliner.Options = .init()) -> OutlinedSource {
    Outliner(options: options).outline(Transcript(text))
  }

  private func dated(_ name: String, prefecture: String? = nil) -> OutlinedSource {
    outline("党员干部上门办实事\n\n本报\(name)讯（通讯员 张三）入夏以来，党员干部上门服务。\n", .init(prefecture: prefecture))
  }

  // MARK: Full names

  @Test func holdsEveryCountyOfTheStandard() {
    #expect(Self.counties.count == 2849)
    #expect(Set(Self.counties.map(\.code)).count == 2849)
    #expect(Self.shared.count == 28)
    #expect(Self.shared.reduce(0) { $0 + (Self.bearers[$1]?.count ?? 0) } == 64)
  }

  /// 本报电白区讯: the first character of 电白 is taken for the 电 that ends a dateline.

  @Test func everyFullNameOfItsOwnIsThatCounty() {
    for (name, counties) in Self.bearers where counties.count == 1 {
      let outlined = dated(name)
      #expect(outlined.articles.map(\.county) == counties, "\(name)")
      #expect(outlined.notices == [], "\(name)")
    }
  }

  @Test(arguments: ["电白区"]) func aCountyWhoseNameOpensWithATelegramsWordIsFound(_ name: String) {
    #expect(dated(name).articles.first?.dateline == "本报\(name)讯")
  }

  @Test(arguments: shared) func aSharedFullNameIsADoubtThatListsItsBearers(_ name: String) throws {
    let outlined = dated(name)
    let bearers = try #require(Self.bearers[name])
    #expect(outlined.articles.map(\.county) == [nil])
    let notice = try #require(outlined.notices.first)
    #expect(outlined.notices.map(\.kind) == [.ambiguousCounty])
    for county in bearers {
      #expect(notice.message.contains(try #require(county.code)))
      #expect(notice.message.contains((county.province ?? "") + (county.prefecture ?? "") + county.name))
    }
  }

  @Test(arguments: shared) func thePrefectureTellsBearersApart(_ name: String) throws {
    for county in try #require(Self.bearers[name]) {
      guard let prefecture = county.prefecture else { continue }
      #expect(dated(name, prefecture: prefecture).articles.map(\.county) == [county])
      #expect(dated(name, prefecture: String(prefecture.dropLast())).articles.map(\.county) == [county])
      #expect(dated(name, prefecture: prefecture).notices == [])
    }
  }

  /// 朝阳区 of Beijing: a municipality's districts have no prefecture in the list.
  @Test(arguments: shared) func theMunicipalityTellsItsDistrictsApart(_ name: String) throws {
    for county in try #require(Self.bearers[name]) where county.prefecture == nil {
      #expect(dated(name, prefecture: county.province).articles.map(\.county) == [county])
    }
  }

  @Test(arguments: shared) func aPrefectureThatHasNoSuchCountyLeavesTheDoubt(_ name: String) {
    #expect(dated(name, prefecture: "嘉峪关市").notices.map(\.kind) == [.ambiguousCounty])
  }

  @Test(arguments: shared) func thePrefectureNamedInTheTextTellsBearersApart(_ name: String) throws {
    for county in try #require(Self.bearers[name]) {
      let place = county.prefecture ?? county.province ?? ""
      let text = "党员干部上门办实事\n\n本报\(name)讯（通讯员 张三）入夏以来，\(place)\(name)党员干部上门服务。\n"
      #expect(outline(text).articles.map(\.county) == [county], "\(place)")
    }
  }

  // MARK: Short names

  @Test func aShortNameOfItsOwnInADatelineIsThatCounty() {
    let shorts = Dictionary(grouping: Self.counties, by: \.short)
    for (name, counties) in shorts where counties.count == 1 {
      #expect(dated(name).articles.map(\.county) == counties, "\(name)")
    }
  }

  @Test func aSharedShortNameIsNeverGuessed() {
    let shorts = Dictionary(grouping: Self.counties, by: \.short)
    for (name, counties) in shorts where counties.count > 1 {
      let outlined = dated(name)
      #expect(outlined.articles.map(\.county) == [nil], "\(name)")
      #expect(outlined.notices.map(\.kind) == [.ambiguousCounty], "\(name)")
      let message = outlined.notices.first?.message ?? ""
      for county in counties { #expect(message.contains(county.code ?? "-"), "\(name)") }
    }
  }

  /// Three counties are called 朝阳; one lies in a prefecture of that name.
  @Test func aShortNameIsNoWitnessForItsOwnPrefecture() {
    #expect(dated("朝阳").notices.map(\.kind) == [.ambiguousCounty])
  }

  // MARK: Zones of the user's own

  private static let zone = County(name: "太白湖新区", short: "太白湖", code: nil, prefecture: "济宁市", province: "山东省")

  @Test(arguments: ["太白湖新区", "太白湖"]) func aZoneOfTheUsersOwnIsFound(_ name: String) {
    let text = "党员干部上门办实事\n\n本报\(name)讯（通讯员 张三）入夏以来，党员干部上门服务。\n"
    #expect(outline(text).articles.map(\.county) == [nil])
    let own = outline(text, .init(counties: [Self.zone]))
    #expect(own.articles.map(\.county) == [Self.zone])
    #expect(own.articles.map(\.id) == ["000000-1"])
  }

  @Test func aZoneThatBearsACountysNameIsADoubt() {
    let zone = County(name: "任城区", short: "任城", code: nil, prefecture: "试验市", province: nil)
    let text = "党员干部上门办实事\n\n本报任城区讯（通讯员 张三）入夏以来，党员干部上门服务。\n"
    #expect(outline(text, .init(counties: [zone])).notices.map(\.kind) == [.ambiguousCounty])
    #expect(outline(text, .init(prefecture: "试验", counties: [zone])).articles.map(\.county) == [zone])
  }

  // MARK: Ordinary words

  @Test(arguments: [
    "合作社带富一方\n\n入夏以来，合作社的党员上门服务，带动社员种植大棚蔬菜，社员收入有了提高。\n",
    "乡镇兴办合作社\n\n农民合作社党支部引导社员入股，合作社与企业签下订单，社员收入有了提高。\n",
    "建设平安家园\n\n志愿者每天巡逻，让居民安心，大家齐心守护，社区面貌焕然一新。\n",
    "修好进山公路\n\n干部们走进南部山林，与企业合作修路，山里的笋干卖到了城里，大家笑开了花。\n",
  ])
  func ordinaryWordsAreNoCounties(_ text: String) {
    let outlined = outline(text)
    #expect(outlined.articles.map(\.county) == [nil])
    #expect(outlined.notices.contains { $0.kind == .unknownCounty })
  }

  @Test(arguments: [
    "建设平安家园\n\n志愿者每天巡逻，让居民安心，大家齐心守护平安，社区面貌焕然一新。\n",
    "凝聚合作共赢力量\n\n干部们与企业合作修路，山里的笋干卖到了城里，大家笑开了花。\n",
  ])
  func ordinaryWordsInTitleAndLedeAreNoCounties(_ text: String) {
    #expect(outline(text).articles.map(\.county) == [nil])
  }

  @Test func theCityOfHezuoIsFoundAllTheSame() {
    #expect(dated("合作市").articles.first?.county?.code == "623001")
    #expect(dated("合作").articles.first?.county?.code == "623001")
  }
}
