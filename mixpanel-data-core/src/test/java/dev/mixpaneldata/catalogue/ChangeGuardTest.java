package dev.mixpaneldata.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is said before a change, and whether anybody must agree. */
class ChangeGuardTest {
  private static List<Subject> schemas(int number) {
    return LongStream.rangeClosed(1, number)
        .mapToObj(i -> Subject.of("schema", "event", Optional.of("E" + i)))
        .toList();
  }

  @Test
  void theFirstOfAGreatManyAreNamed() {
    assertThat(ChangeGuard.text(schemas(50))).endsWith("the schema 'E50' (event)");
    assertThat(ChangeGuard.text(schemas(53))).endsWith("the schema 'E50' (event) and 3 more");
  }

  @Test
  void whatDestroysItsSubjectsAloneDestroysNothingWithoutThem() {
    OperationSpec<?, ?> register = Operations.find("create_schemas_bulk").orElseThrow();
    OperationSpec<?, ?> delete = Operations.find("delete_schemas").orElseThrow();
    assertThat(ChangeGuard.destroys(register, List.of())).isFalse();
    assertThat(ChangeGuard.destroys(register, schemas(1))).isTrue();
    assertThat(ChangeGuard.destroys(delete, List.of())).isTrue();
  }
}
