package dev.mixpaneldata.testkit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Dataset DEMO = Dataset.demo();
  private static final List<JsonNode> EVENTS =
      DEMO.days().stream().flatMap(day -> parse(DEMO.lines(day))).toList();

  @Test
  void theDemoIsAMonthOfTwentyToFiftyThousandEvents() {
    assertThat(DEMO.days()).hasSize(31);
    assertThat(DEMO.days().last()).isEqualTo(LocalDate.parse("2026-10-31"));
    assertThat(DEMO.lineCount()).isBetween(20_000, 50_000);
  }

  @Test
  void theSameSettingsGiveTheSameBytesAndAnotherSeedOthers() {
    LocalDate day = LocalDate.parse("2026-10-05");
    List<String> lines = Dataset.builder().seed(1).users(100).build().lines(day);
    assertThat(Dataset.builder().seed(1).users(100).build().lines(day)).isEqualTo(lines);
    assertThat(Dataset.builder().seed(2).users(100).build().lines(day)).isNotEqualTo(lines);
  }

  @Test
  void everyEventLiesInTheDayWhereItIsKept() {
    for (LocalDate day : DEMO.days()) {
      List<LocalDate> found = parse(DEMO.lines(day)).map(DatasetTest::day).distinct().toList();
      assertThat(found).containsExactly(day);
    }
  }

  @Test
  void theFunnelLosesPeopleAtEveryStep() {
    int signedUp = people(named("Sign Up")).size();
    int onboarded = people(named("Onboarding Complete")).size();
    int added = people(named("Add to Cart")).size();
    int purchased = people(named("Purchase")).size();
    assertThat(signedUp).isGreaterThan(onboarded);
    assertThat(onboarded).isGreaterThan(purchased);
    assertThat(added).isGreaterThan(purchased).isLessThan(signedUp);
    assertThat(purchased).isGreaterThan(signedUp / 10);
  }

  @Test
  void retentionFades() {
    Map<String, LocalDate> first = new HashMap<>();
    EVENTS.stream().filter(named("Sign Up")).forEach(e -> first.put(person(e), day(e)));
    Map<Long, Set<String>> returned = new TreeMap<>();
    for (JsonNode event : EVENTS) {
      LocalDate start = first.get(person(event));
      if (start != null) {
        long age = day(event).toEpochDay() - start.toEpochDay();
        returned.computeIfAbsent(age, missing -> new HashSet<>()).add(person(event));
      }
    }
    assertThat(returned.getOrDefault(0L, Set.of())).hasSize(first.size());
    assertThat(returned.getOrDefault(1L, Set.of())).hasSizeLessThan(first.size() / 2);
    assertThat(returned.getOrDefault(7L, Set.of()))
        .isNotEmpty()
        .hasSizeLessThan(returned.getOrDefault(1L, Set.of()).size() * 2 / 3);
    assertThat(returned.getOrDefault(20L, Set.of()))
        .hasSizeLessThan(returned.getOrDefault(7L, Set.of()).size());
  }

  @Test
  void signUpsDropOnOneDayInOneSegmentAlone() {
    Drop drop = DEMO.drop().orElseThrow();
    Predicate<JsonNode> segment =
        event ->
            property(event, "mp_country_code").equals(drop.countryCode())
                && property(event, "$os").equals(drop.operatingSystem());
    Map<LocalDate, Long> all = perDay(named(drop.event()));
    double usual =
        all.entrySet().stream()
            .filter(entry -> entry.getKey().getDayOfWeek() == drop.day().getDayOfWeek())
            .filter(entry -> !entry.getKey().equals(drop.day()))
            .mapToLong(Map.Entry::getValue)
            .average()
            .orElseThrow();
    assertThat(DEMO.dropDay()).isEqualTo(drop.day());
    assertThat((double) all.getOrDefault(drop.day(), 0L)).isLessThan(usual * 0.8);
    assertThat(perDay(named(drop.event()).and(segment))).doesNotContainKey(drop.day());
    assertThat(perDay(named("Sign Up Failed"))).containsOnlyKeys(drop.day());
    assertThat(EVENTS.stream().filter(named("Sign Up Failed"))).isNotEmpty().allMatch(segment);
  }

  @Test
  void weekendsAndNightsAreQuieter() {
    Map<LocalDate, Long> perDay = perDay(event -> true);
    assertThat(average(perDay, DayOfWeek.SATURDAY))
        .isLessThan(average(perDay, DayOfWeek.MONDAY) * 0.85);
    // Indian time is 5 hours ahead here: 22:00 UTC is their night, 15:00 UTC their evening.
    Map<Integer, Long> hours =
        EVENTS.stream()
            .filter(event -> property(event, "mp_country_code").equals("IN"))
            .collect(
                Collectors.groupingBy(
                    event -> (int) (time(event) / 3_600_000 % 24), Collectors.counting()));
    assertThat(hours.getOrDefault(22, 0L)).isLessThan(hours.getOrDefault(15, 0L) / 4);
  }

  @Test
  void newPeopleGrowInNumber() {
    Map<LocalDate, Long> perDay = perDay(named("Sign Up"));
    assertThat(sum(perDay, "2026-10-22", "2026-10-28"))
        .isGreaterThan(sum(perDay, "2026-10-01", "2026-10-07"));
  }

  @Test
  void anonymousPeopleBecomeUsersOnTheSameDevice() {
    Map<String, Set<String>> idsOfDevice = new HashMap<>();
    EVENTS.forEach(
        event ->
            idsOfDevice
                .computeIfAbsent(property(event, "$device_id"), missing -> new HashSet<>())
                .add(property(event, "distinct_id")));
    assertThat(idsOfDevice)
        .anySatisfy(
            (device, ids) -> {
              assertThat(ids).hasSize(2).contains("$device:" + device);
            });
    assertThat(EVENTS)
        .anyMatch(event -> event.at("/properties/$distinct_id_before_identity").isTextual());
    assertThat(EVENTS.stream().filter(named("Sign Up")))
        .allMatch(event -> property(event, "$user_id").equals(property(event, "distinct_id")));
  }

  @Test
  void everyTypeOfJsonOccurs() {
    Set<JsonNodeType> types = EnumSet.noneOf(JsonNodeType.class);
    Set<String> names = new HashSet<>();
    EVENTS.forEach(
        event ->
            event
                .path("properties")
                .properties()
                .forEach(
                    entry -> {
                      types.add(entry.getValue().getNodeType());
                      names.add(entry.getKey());
                    }));
    assertThat(types)
        .contains(
            JsonNodeType.STRING,
            JsonNodeType.NUMBER,
            JsonNodeType.BOOLEAN,
            JsonNodeType.NULL,
            JsonNodeType.ARRAY,
            JsonNodeType.OBJECT);
    assertThat(names)
        .contains("$city", "item.id", "cart \"size\"", "is member", "", "naïve ключ 🗝");
    assertThat(EVENTS)
        .anyMatch(event -> event.at("/properties/order number").asLong() > 1L << 53)
        .anyMatch(event -> event.at("/properties/items/0/tags/0").isTextual());
  }

  @Test
  void someEventsArriveDaysLate() {
    assertThat(EVENTS)
        .anyMatch(
            event ->
                event.at("/properties/mp_processing_time_ms").asLong() - time(event)
                    > 2 * 86_400_000L);
  }

  @Test
  void duplicatesAreExactOrDifferInPropertiesAndTheRowProcessedLastStays() {
    List<String> lines = DEMO.days().stream().flatMap(day -> DEMO.lines(day).stream()).toList();
    List<EventRow> rows = DEMO.expectedRows();
    int distinctLines = new HashSet<>(lines).size();
    assertThat(distinctLines).isLessThan(lines.size());
    assertThat(rows).hasSizeLessThan(distinctLines);
    Map<List<Object>, List<String>> byKey = new HashMap<>();
    for (JsonNode event : EVENTS) {
      if (event.at("/properties/$insert_id").isTextual()) {
        byKey.computeIfAbsent(key(event), missing -> new ArrayList<>()).add(event.toString());
      }
    }
    long revisedKeys = byKey.values().stream().filter(DatasetTest::isRevised).count();
    assertThat(revisedKeys).isPositive();
    assertThat(
            rows.stream()
                .filter(row -> row.insertId().isPresent())
                .filter(row -> row.line().contains("\"revision\":1"))
                .count())
        .isEqualTo(revisedKeys);
    assertThat(rows.stream().filter(row -> row.insertId().isPresent())).hasSize(byKey.size());
  }

  @Test
  void rowsWithoutInsertIdAreAllExpected() {
    long without =
        EVENTS.stream().filter(event -> event.at("/properties/$insert_id").isMissingNode()).count();
    assertThat(without).isPositive();
    assertThat(DEMO.expectedRows().stream().filter(row -> row.insertId().isEmpty()))
        .hasSize((int) without);
  }

  @Test
  void someInsertIdsBelongToSeveralPeople() {
    Map<String, Set<String>> peopleOfId =
        DEMO.expectedRows().stream()
            .filter(row -> row.insertId().isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> row.insertId().orElseThrow(),
                    Collectors.mapping(EventRow::distinctId, Collectors.toSet())));
    assertThat(peopleOfId.values()).anyMatch(people -> people.size() > 1);
  }

  @Test
  void profilesAreOfUsersWhoWereSeen() {
    Set<String> seen = people(event -> true);
    assertThat(DEMO.profiles())
        .hasSizeGreaterThan(1000)
        .allSatisfy(
            profile -> {
              assertThat(seen).contains(profile.distinctId());
              assertThat(profile.json().at("/$properties/$email").asText()).contains("@");
            });
    Map<String, Long> lastSeen = new HashMap<>();
    EVENTS.forEach(event -> lastSeen.merge(person(event), time(event), Math::max));
    assertThat(DEMO.profiles())
        .allSatisfy(
            profile ->
                assertThat(profile.json().at("/$properties/$last_seen").asText())
                    .isEqualTo(Texts.dateTime(lastSeen.getOrDefault(profile.distinctId(), 0L))));
  }

  private static boolean isRevised(List<String> copies) {
    return copies.stream().anyMatch(copy -> copy.contains("\"revision\":1"));
  }

  private static List<Object> key(JsonNode event) {
    return List.of(
        event.path("event").asText(),
        time(event),
        property(event, "distinct_id"),
        property(event, "$insert_id"));
  }

  private static Stream<JsonNode> parse(List<String> lines) {
    return lines.stream()
        .map(
            line -> {
              try {
                return JSON.readTree(line);
              } catch (JsonProcessingException malformed) {
                throw new IllegalStateException(line, malformed);
              }
            });
  }

  private static Set<String> people(Predicate<JsonNode> wanted) {
    return EVENTS.stream().filter(wanted).map(DatasetTest::person).collect(Collectors.toSet());
  }

  private static Predicate<JsonNode> named(String name) {
    return event -> event.path("event").asText().equals(name);
  }

  private static Map<LocalDate, Long> perDay(Predicate<JsonNode> wanted) {
    return EVENTS.stream()
        .filter(wanted)
        .collect(Collectors.groupingBy(DatasetTest::day, Collectors.counting()));
  }

  private static double average(Map<LocalDate, Long> perDay, DayOfWeek weekday) {
    return perDay.entrySet().stream()
        .filter(entry -> entry.getKey().getDayOfWeek() == weekday)
        .mapToLong(Map.Entry::getValue)
        .average()
        .orElseThrow();
  }

  private static long sum(Map<LocalDate, Long> perDay, String from, String to) {
    return new TreeMap<>(perDay)
        .subMap(LocalDate.parse(from), true, LocalDate.parse(to), true).values().stream()
            .mapToLong(Long::longValue)
            .sum();
  }

  private static String person(JsonNode event) {
    return property(event, "distinct_id");
  }

  private static LocalDate day(JsonNode event) {
    return Instant.ofEpochMilli(time(event)).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static long time(JsonNode event) {
    return event.at("/properties/time").asLong();
  }

  private static String property(JsonNode event, String name) {
    return event.path("properties").path(name).asText();
  }
}
