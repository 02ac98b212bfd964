package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.DatasetBuilder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStorageTest {

  private static final DatasetBuilder THREE_DAYS =
      Dataset.builder()
          .users(60)
          .from(LocalDate.parse("2026-01-05"))
          .to(LocalDate.parse("2026-01-07"));
  private static final String ALL = Client.export("2026-01-05", "2026-01-07");

  private final Dataset dataset = THREE_DAYS.build();

  @TempDir private Path folder;

  @Test
  void severalDaysAreOneMemberOrOneADayWithTheSameText() throws Exception {
    try (FakeMixpanel single = FakeMixpanel.builder().dataset(dataset).start();
        FakeMixpanel several = FakeMixpanel.builder().dataset(dataset).multiMember(true).start()) {
      HttpResponse<byte[]> one = new Client(single).getGzip(ALL);
      HttpResponse<byte[]> many = new Client(several).getGzip(ALL);
      assertThat(Client.unzip(one.body())).isEqualTo(text(dataset));
      assertThat(Client.unzip(many.body())).isEqualTo(text(dataset));
      assertThat(members(one.body())).isEqualTo(1);
      assertThat(members(many.body())).isEqualTo(3);
      assertThat(Client.text(new Client(several).get(ALL))).isEqualTo(text(dataset));
    }
  }

  @Test
  void filesAreSentAsTheyAreForASingleDay() throws Exception {
    DatasetBuilder.Written written = THREE_DAYS.writeTo(folder);
    assertThat(written.lines()).isEqualTo(dataset.lineCount());
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().exportFiles(folder).start()) {
      HttpResponse<byte[]> day =
          new Client(mixpanel).getGzip(Client.export("2026-01-06", "2026-01-06"));
      assertThat(day.body()).isEqualTo(Files.readAllBytes(folder.resolve("2026-01-06.jsonl.gz")));
      assertThat(day.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(Client.unzip(new Client(mixpanel).getGzip(ALL).body())).isEqualTo(text(dataset));
    }
  }

  @Test
  void filesAreUnzippedForThoseWhoWantPlainTextOrAChoice() throws Exception {
    THREE_DAYS.writeTo(folder);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().exportFiles(folder).start()) {
      Client client = new Client(mixpanel);
      assertThat(Client.text(client.get(ALL))).isEqualTo(text(dataset));
      List<String> purchases =
          Client.lines(client.get(ALL + "&event=" + Client.encode("[\"Sign Up\"]")));
      assertThat(purchases)
          .isNotEmpty()
          .allMatch(line -> line.startsWith("{\"event\":\"Sign Up\""));
    }
  }

  private static String text(Dataset dataset) {
    StringBuilder text = new StringBuilder();
    dataset
        .days()
        .forEach(day -> dataset.lines(day).forEach(line -> text.append(line).append('\n')));
    return text.toString();
  }

  /** Counts the headers of gzip members as the JDK writes them. */
  private static int members(byte[] bytes) {
    String header =
        new String(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}, StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1).split(Pattern.quote(header), -1).length
        - 1;
  }
}
