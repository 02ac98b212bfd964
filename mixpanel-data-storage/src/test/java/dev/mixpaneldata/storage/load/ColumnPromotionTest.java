package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.store.spi.LoadMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnPromotionTest {
  /** Values in each form in which JSON can have them; of -0 the engine's JSON drops the sign. */
  private static final List<String> VALUES =
      List.of(
          "\"a\"",
          "\"\"",
          "\"quo\\\"te\"",
          "\"\\u00e9\"",
          "\"null\"",
          "\"1\"",
          "true",
          "false",
          "null",
          "0",
          "7",
          "-7",
          "1.0",
          "0.1",
          "-1.5",
          "1e2",
          "1E-7",
          "5e-324",
          "1e300",
          "9007199254740992",
          "9007199254740993",
          "-9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "12345678901234567890123",
          "[]",
          "[1]",
          "{}",
          "{\"a\":1}");

  @TempDir Path folder;
  private TestingLoads loads;
  private int count;

  @BeforeEach
  void openFolder() {
    loads = new TestingLoads(folder);
  }

  private Path part(String name, String most, int times) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      lines.add(line(name, most));
    }
    VALUES.forEach(value -> lines.add(line(name, value)));
    lines.add(event("e", count, "u", "i" + count++, ""));
    return loads.part(lines);
  }

  private String line(String name, String value) {
    return event("e", count, "u", "i" + count++, ",\"" + name + "\":" + value);
  }

  @Test
  void aColumnAddedLaterIsTheColumnThatTheLoadMakes() {
    for (String most : List.of("\"x\"", "true", "3", "2.5")) {
      for (String name : List.of("p", "it's a \\\"name\\\"", "$a/b~c")) {
        String property = name.replace("\\", "");
        Path part = part(name, most, 150);
        loads.promote(property);
        loads.load(LoadMode.REPLACE, part);
        List<CatalogColumn> loaded = loads.promoted();
        assertThat(loaded).extracting(CatalogColumn::property).contains(property);
        String read =
            "SELECT \"" + property.replace("\"", "\"\"") + "\" FROM jan ORDER BY insert_id";
        List<String> values = loads.column(read);

        loads.columns().demote("jan", List.of(property));
        assertThat(loads.columnNames()).doesNotContain(property);
        loads.columns().promote("jan", List.of(property));

        assertThat(loads.promoted()).isEqualTo(loaded);
        assertThat(loads.column(read)).isEqualTo(values);
      }
    }
  }

  @Test
  void laterLoadsFillTheColumn() {
    loads.create(loads.part(List.of(line("p", "[]"), line("q", "1"))));
    loads.columns().promote("jan", List.of("q"));
    loads.load(LoadMode.APPEND, loads.part(List.of(line("q", "2"))));
    assertThat(loads.column("SELECT q FROM jan WHERE q IS NOT NULL ORDER BY q"))
        .containsExactly("1", "2");
  }

  @Test
  void whatCannotBeAColumnIsRefusedAndNothingIsChanged() {
    loads.create(
        loads.part(List.of(line("list", "[1]"), line("Plan", "\"a\""), line("coupon", "\"b\""))));
    loads.columns().demote("jan", List.of("coupon"));
    List<CatalogColumn> before = loads.promoted();
    refuses(List.of("coupon", "list"), "holds no texts, numbers or booleans");
    refuses(List.of("coupon", "coupom"), "No row of 'jan' has a property 'coupom'");
    refuses(List.of("event_name"), "cannot have a column");
    refuses(List.of("a", "A"), "Two of the properties");
    assertThat(loads.promoted()).isEqualTo(before);
    assertThatThrownBy(() -> loads.columns().demote("jan", List.of("coupon")))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("has no column");
  }

  private void refuses(List<String> properties, String text) {
    assertThatThrownBy(() -> loads.columns().promote("jan", properties))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e).hasMessageContaining(text);
            });
  }
}
