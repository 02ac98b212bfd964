package dev.mixpaneldata.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeManifestTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-31");
  private static final String FILE = LakeLayout.newFile(DAY);

  private static LakeManifest manifest() {
    LakeSource source =
        new LakeSource(
            "123",
            "eu",
            ZoneId.of("US/Pacific"),
            true,
            List.of("b", "a", "b"),
            Optional.of("properties[\"plan\"] == \"pro\""));
    TreeMap<LocalDate, LakeDay> days = new TreeMap<>();
    Instant written = Instant.parse("2026-02-01T10:00:00Z");
    days.put(DAY, new LakeDay(List.of(new LakeFile(FILE, 7, 99)), written, Optional.of("7-1-abc")));
    days.put(DAY.plusDays(1), new LakeDay(List.of(), written, Optional.empty()));
    return new LakeManifest(
        source, List.of(new LakeColumn("it's \"odd\"", "it's \"odd\"", "DOUBLE", 1, 2)), days);
  }

  @Test
  void aManifestComesBackAsItWas() {
    LakeManifest manifest = manifest();
    assertThat(LakeManifest.parse(manifest.json(), "here")).isEqualTo(manifest);
    assertThat(manifest.source().events()).containsExactly("a", "b");
    assertThat(manifest.rows()).isEqualTo(7);
    assertThat(manifest.bytes()).isEqualTo(99);
    assertThat(FILE).matches("events/event_date=2026-01-31/part-[0-9a-f]{16}\\.parquet");
  }

  @Test
  void theLeastThatOthersMustWriteIsEnough() {
    LakeManifest read =
        LakeManifest.parse(
            "{\"version\":1,\"project\":\"123\",\"timezone\":\"UTC\",\"columns\":[{\"name\":\"plan\","
                + "\"property\":\"plan\",\"type\":\"VARCHAR\"}],\"days\":{\"2026-01-31\":{\"files\":["
                + "{\"path\":\"events/event_date=2026-01-31/part-0.parquet\",\"rows\":1,\"bytes\":2}],"
                + "\"written\":\"2026-02-01T10:00:00Z\"}},\"more\":[]}",
            "here");
    assertThat(read.source())
        .isEqualTo(new LakeSource("123", "us", ZoneOffset.UTC, false, List.of(), Optional.empty()));
    assertThat(read.columns().get(0).isExact()).isTrue();
    assertThat(read.days().get(DAY).rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "events/event_date=2026-01-31/../../../x.parquet",
        "events/event_date=2026-01-30/part-0000000000000000.parquet",
        "events/event_date=2026-01-31/a/b.parquet",
        "events/event_date=2026-01-31/",
        "events/event_date=2026-01-31/..",
        "events/event_date=2026-01-31/.hidden.parquet",
        "events/event_date=2026-01-31/a\\\\b.parquet"
      })
  void aFileElsewhereIsRefused(String path) {
    assertThat(refusal(manifest().json().replace(FILE, path)))
        .hasMessageContaining("a file of 2026-01-31 is not in its folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"123\"          | \"../up\"      | it names a project or a region that cannot be",
        "\"eu\"           | \"moon\"       | it names a project or a region that cannot be",
        "\"US/Pacific\"   | \"Nowhere/No\" | Nowhere/No",
        "\"2026-01-31\"   | \"2026-02-31\" | 2026-02-31",
        "\"DOUBLE\"       | \"BLOB\"       | has a type that is not known",
        "\"rows\" : 7     | \"rows\" : -7  | a number 'rows' is missing",
        "\"version\" : 1  | \"version\":\"1\" | it has no version",
        "{                | [              | it is not JSON"
      })
  void whatIsNoManifestIsRefused(String from, String to, String why) {
    assertThat(refusal(manifest().json().replace(from, to))).hasMessageContaining(why);
  }

  @Test
  void aNewerFormIsRefusedInWords() {
    assertThat(refusal(manifest().json().replace("\"version\" : 1", "\"version\" : 2")))
        .hasMessage("The lake here has the form 2, and this release reads forms up to 1.");
  }

  @Test
  void addressesAreRefusedAndDrivesAreNot() {
    assertThat(
            catchThrowableOfType(
                MixpanelDataException.class, () -> LakeFolder.of(Path.of("s3a://bucket/lake"))))
        .hasMessageContaining("'s3a:/bucket/lake' is an address");
    assertThat(LakeFolder.of(Path.of("C:/lake")).path()).hasFileName("lake");
    assertThat(LakeFolder.of(Path.of("a:b/lake")).path()).hasFileName("lake");
  }

  private static MixpanelDataException refusal(String json) {
    MixpanelDataException refusal =
        catchThrowableOfType(MixpanelDataException.class, () -> LakeManifest.parse(json, "here"));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
    return refusal;
  }
}
