package dev.mixpaneldata.mcp.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.internal.binding.Binder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arguments of the Python server mean what they meant there. */
class OwnArgumentsTest {
  private static FetchProfiles bound(Map<String, Object> arguments) {
    return Binder.bind(FetchProfiles.class, OwnArguments.understood("fetch_profiles", arguments));
  }

  @Test
  void aSwitchIsAChoiceOfMode() {
    assertThat(bound(Map.of()).mode()).isEqualTo(FetchMode.CREATE);
    assertThat(bound(Map.of("append", true, "parallel", true)).mode()).isEqualTo(FetchMode.APPEND);
    assertThat(bound(Map.of("replace", "yes")).mode()).isEqualTo(FetchMode.REPLACE);
    assertThat(bound(Map.of("append", false, "mode", "replace")).mode())
        .isEqualTo(FetchMode.REPLACE);
  }

  @Test
  void choicesThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> bound(Map.of("append", true, "replace", true)))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessage("append and replace contradict each other.");
    assertThatThrownBy(() -> bound(Map.of("append", true, "mode", "replace")))
        .hasMessage("replace and append contradict each other.");
    assertThatThrownBy(() -> bound(Map.of("append", "perhaps")))
        .hasMessageContaining("append takes true or false");
  }

  @Test
  void oneProfileIsOneId() {
    assertThat(bound(Map.of("distinct_id", "a,b")).query().distinctIds()).containsExactly("a,b");
    assertThatThrownBy(() -> bound(Map.of("distinct_id", "a", "distinct_ids", List.of("b"))))
        .hasMessageContaining("distinct_ids and distinct_id mean the same");
  }
}
