package dev.mixpaneldata.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestShapeTest {
  record Undescribed(String name) {}

  record Strange(@Param(help = "thread") Thread thread) {}

  record Twins(@Param(help = "a") String name, @Param(help = "b", name = "name") String other) {}

  record Mixed(
      @Param(help = "must") String must,
      @Param(help = "may") Optional<String> may,
      @Param(help = "many") List<Integer> many,
      @Param(help = "flag") boolean flag,
      @Param(help = "effect", defaultValue = "read") Effect effect) {}

  @Test
  void requirednessComesFromTheType() {
    assertThat(RequestShape.of(Mixed.class).parameters())
        .filteredOn(ParameterDescription::required)
        .extracting(ParameterDescription::name)
        .containsExactly("must");
  }

  @Test
  void typesAreDescribedAsSeenFromOutside() {
    assertThat(RequestShape.of(Mixed.class).parameters())
        .extracting(p -> p.type().toString())
        .containsExactly("text", "text", "integer[]", "boolean", "read|write|destroy");
  }

  @Test
  void aMistakeInADeclarationNamesTheComponent() {
    assertThatThrownBy(() -> RequestShape.of(Undescribed.class))
        .hasMessageContaining("Component name of")
        .hasMessageContaining("neither @Param nor @Flatten");
    assertThatThrownBy(() -> RequestShape.of(Strange.class))
        .hasMessageContaining("Component thread of");
    assertThatThrownBy(() -> RequestShape.of(Twins.class))
        .hasMessageContaining("two parameters of one name");
  }
}
