package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSV file goes to Mixpanel as a lookup table, and comes back. */
class LookupTablesTest {
  private static final String CSV = "plan,price\nfree,0\npro,20\n";

  @TempDir Path folder;
  private final FakeMixpanel mixpanel = FakeMixpanel.builder().start();

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private TestingMp.Ended mp(String... arguments) {
    return new TestingProject(mixpanel, folder).mp().run(arguments);
  }

  private String uploaded() throws IOException {
    Path file = Files.writeString(folder.resolve("plans.csv"), CSV);
    TestingMp.Ended ended =
        mp("lookup-tables", "upload", "--name", "Plans", "--file", file.toString(), "--jq", ".id");
    assertThat(ended.err()).isEmpty();
    return ended.out().strip();
  }

  @Test
  void whatIsUploadedIsDownloaded() throws IOException {
    String id = uploaded();
    assertThat(mp("lookup-tables", "download", "--data-group-id", id).out()).isEqualTo(CSV);
    assertThat(mp("lookup-tables", "download", "--data-group-id", id, "--limit", "1").out())
        .isEqualTo("plan,price\nfree,0\n");
  }

  @Test
  void aDownloadGoesToAFileOfItsOwner() throws IOException {
    Path file = folder.resolve("back.csv");
    TestingMp.Ended ended =
        mp("lookup-tables", "download", "--data-group-id", uploaded(), "--output", file.toString());
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(file).hasContent(CSV);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDownloadThatFailsLeavesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("back.csv"), "old");
    TestingMp.Ended ended =
        mp("lookup-tables", "download", "--data-group-id", "1", "--output", file.toString());
    assertThat(ended.status()).isEqualTo(4);
    assertThat(file).hasContent("old");
  }

  @Test
  void aFileThatIsNoTableIsNotSent() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), "id,id\n1,2\n");
    TestingMp.Ended ended =
        mp("lookup-tables", "upload", "--name", "Plans", "--file", file.toString());
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("two columns 'id'");
    assertThat(mixpanel.requests()).isEmpty();
  }
}
