package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.store.spi.LoadMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {
  @TempDir Path folder;
  private TestingLoads loads;

  @BeforeEach
  void openFolder() {
    loads = new TestingLoads(folder);
  }

  @Test
  void typesAreThoseThatTheSampleShows() {
    create(
        ",\"text\":\"a\",\"whole\":1,\"number\":1,\"flag\":true,\"nothing\":null,\"list\":[1],\"object\":{}",
        ",\"text\":\"b\",\"whole\":-7,\"number\":2.5,\"flag\":false,\"nothing\":null,\"list\":[2],\"object\":{}");
    assertThat(loads.promoted())
        .containsExactlyInAnyOrder(
            CatalogColumn.empty("text", "text", "VARCHAR"),
            CatalogColumn.empty("whole", "whole", "BIGINT"),
            CatalogColumn.empty("number", "number", "DOUBLE"),
            CatalogColumn.empty("flag", "flag", "BOOLEAN"));
    assertThat(loads.query("SELECT text, whole, number, flag FROM jan ORDER BY text"))
        .containsExactly(List.of("a", "1", "1.0", "true"), List.of("b", "-7", "2.5", "false"));
  }

  @Test
  void valuesThatDoNotFitAreNullAndCounted() {
    create(repeat(150, ",\"t\":\"a\",\"i\":1,\"d\":0.5,\"b\":true"));
    loads.load(
        LoadMode.APPEND,
        part(
            ",\"t\":1,\"i\":9223372036854775808,\"d\":9007199254740993,\"b\":\"true\"",
            ",\"t\":null,\"i\":1.0,\"d\":1e999,\"b\":0",
            ",\"t\":\"x\",\"i\":-9223372036854775808,\"d\":-9007199254740992,\"b\":false",
            ",\"t\":[\"a\"],\"i\":-0,\"d\":1e300,\"b\":null"));
    assertThat(
            loads.query(
                "SELECT t, i, d, b FROM jan WHERE properties->>'$.t' <> 'a' OR t IS NULL ORDER BY"
                    + " event_time DESC LIMIT 4"))
        .hasSize(4);
    assertThat(loads.promoted())
        .containsExactlyInAnyOrder(
            new CatalogColumn("t", "t", "VARCHAR", 2, 1),
            new CatalogColumn("i", "i", "BIGINT", 3, 0),
            new CatalogColumn("d", "d", "DOUBLE", 2, 0),
            new CatalogColumn("b", "b", "BOOLEAN", 2, 1));
    assertThat(loads.column("SELECT i FROM jan WHERE i <> 1"))
        .containsExactly("-9223372036854775808");
    assertThat(loads.column("SELECT d FROM jan WHERE d <> 0.5 ORDER BY d"))
        .containsExactly("-9.007199254740992E15", "1.0E300");
  }

  @Test
  void decimalsAreReadAsJavaReadsThem() {
    create(",\"d\":0.1", ",\"d\":123456789.987654321", ",\"d\":5e-324", ",\"d\":-1.5");
    assertThat(loads.column("SELECT count(*) FROM jan WHERE d = (properties->>'$.d')::DOUBLE"))
        .containsExactly("4");
  }

  @Test
  void noColumnCollidesWithAnother() {
    create(
        ",\"Plan\":\"a\",\"PLAN\":\"b\",\"Event_Name\":\"c\",\"properties\":\"d\",\"ROWID\":1,"
            + "\"_mp_order\":1,\"\":\"e\"",
        ",\"PLAN\":\"b\"");
    assertThat(loads.columnNames().subList(5, loads.columnNames().size())).containsExactly("PLAN");
  }

  @Test
  void rareMixedAndBookkeepingPropertiesGetNone() {
    List<String> more =
        new ArrayList<>(Arrays.asList(repeat(200, ",\"mixed\":1,\"mp_processing_time_ms\":5")));
    more.addAll(Arrays.asList(repeat(200, ",\"mixed\":\"x\"")));
    more.add(",\"rare\":1");
    create(more.toArray(String[]::new));
    assertThat(loads.promoted()).isEmpty();
  }

  @Test
  void theCommonestOfOneKindGetColumnsUpToALimit() {
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      more.append(",\"p").append(i).append("\":").append(i);
    }
    create(more.toString(), ",\"p39\":1");
    assertThat(loads.promoted())
        .hasSize(18)
        .first()
        .extracting(CatalogColumn::column)
        .isEqualTo("p39");
  }

  @Test
  void whatAProjectAddsComesBeforeWhatSdksAdd() {
    String[] lines = new String[200];
    for (int i = 0; i < lines.length; i++) {
      StringBuilder more = new StringBuilder();
      for (int sdk = 0; sdk < 20; sdk++) {
        more.append(",\"$sdk").append(sdk).append("\":").append(i % 7);
      }
      more.append(",\"$os\":\"os").append(i % 3).append('"');
      more.append(",\"session id\":\"s").append(i).append('"');
      more.append(",\"page\":\"/p").append(i % 40).append('"');
      more.append(",\"version\":\"5\"");
      more.append(",\"account_id\":").append(i);
      if (i % 4 == 0) {
        more.append(",\"plan\":\"p").append(i % 5).append("\",\"amount\":").append(i).append(".5");
      }
      lines[i] = more.toString();
    }
    create(lines);
    assertThat(loads.promoted())
        .extracting(CatalogColumn::column)
        .startsWith("amount", "plan", "$os", "account_id", "page", "$sdk0")
        .doesNotContain("session id", "version");
    assertThat(loads.query("SELECT plan, sum(amount) FROM jan WHERE plan = 'p0' GROUP BY ALL"))
        .containsExactly(List.of("p0", "905.0"));
  }

  @Test
  void rareColumnsCostLittleSoThatMoreAreAfforded() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add(",\"p" + i % 40 + "\":" + i);
    }
    create(lines.toArray(String[]::new));
    assertThat(loads.promoted()).hasSize(40);
  }

  @Test
  void wantedPropertiesGetColumnsWhateverTheyHold() {
    String[] lines = repeat(300, ",\"a\":1");
    for (int i = 0; i < lines.length; i++) {
      lines[i] = ",\"a\":1,\"session id\":\"s" + i + "\",\"list\":[1]";
    }
    loads.promote("session id", "list", "absent");
    create(lines);
    assertThat(loads.promoted())
        .extracting(CatalogColumn::column)
        .containsExactly("session id", "a");
    loads.promote("late");
    loads.load(LoadMode.APPEND, part(",\"late\":\"x\""));
    assertThat(loads.promoted())
        .extracting(CatalogColumn::column)
        .containsExactly("session id", "a", "late");
    assertThat(loads.column("SELECT late FROM jan WHERE late IS NOT NULL")).containsExactly("x");
  }

  @Test
  void laterLoadsKeepTheColumns() {
    create(",\"a\":\"1\"");
    loads.load(LoadMode.APPEND, part(",\"a\":\"2\",\"b\":\"3\""));
    assertThat(loads.promoted()).extracting(CatalogColumn::column).containsExactly("a");
    assertThat(loads.column("SELECT a FROM jan ORDER BY a")).containsExactly("1", "2");
    loads.load(LoadMode.REPLACE, part(",\"b\":\"3\""));
    assertThat(loads.promoted()).extracting(CatalogColumn::column).containsExactly("b");
  }

  private void create(String... more) {
    loads.create(part(more));
  }

  private int count;

  private Path part(String... more) {
    List<String> lines = new ArrayList<>();
    for (String properties : more) {
      lines.add(event("e", count, "u", "i" + count++, properties));
    }
    return loads.part(lines);
  }

  private static String[] repeat(int times, String more) {
    String[] all = new String[times];
    Arrays.fill(all, more);
    return all;
  }
}
