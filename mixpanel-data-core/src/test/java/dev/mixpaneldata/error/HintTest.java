package dev.mixpaneldata.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HintTest {
  private static final Hint EXISTS =
      Hint.anyOf(
          Hint.way("add to it with {}", Reference.APPEND_EVENTS),
          Hint.way("replace it with {}", Reference.REPLACE_EVENTS),
          Hint.way("choose another name"));

  private static final Vocabulary ONLY_APPEND =
      reference ->
          reference == Reference.APPEND_EVENTS ? Optional.of("--append") : Optional.empty();

  @Test
  void aJavaCallerReadsMethodsAndConstants() {
    assertThat(EXISTS)
        .hasToString(
            "Add to it with FetchEvents.withMode(FetchMode.APPEND), replace it with"
                + " FetchEvents.withMode(FetchMode.REPLACE), or choose another name.");
  }

  @Test
  void waysThatAFaceLacksAreLeftOut() {
    assertThat(EXISTS.in(ONLY_APPEND)).contains("Add to it with --append, or choose another name.");
    assertThat(EXISTS.in(reference -> Optional.empty())).contains("Choose another name.");
  }

  @Test
  void aSentenceOfOneWayStaysAsItIs() {
    assertThat(Hint.of("Did you mean a, b?").in(ONLY_APPEND)).contains("Did you mean a, b?");
    assertThat(Hint.of("First. Use {}. Last", Reference.APPEND_EVENTS).in(ONLY_APPEND))
        .contains("First. Use --append. Last");
    assertThat(Hint.of("Use {}.", Reference.GAPS).in(ONLY_APPEND)).isEmpty();
  }

  @Test
  void sentencesFollowEachOther() {
    Hint both = Hint.of("Ask again.").and(Hint.of("Use {}.", Reference.GAPS));
    assertThat(both).hasToString("Ask again. Use ReportTarget.withGaps().");
    assertThat(both.in(ONLY_APPEND)).contains("Ask again.");
    assertThat(Hint.and(Optional.of(both), "End.")).hasToString(both + " End.");
    assertThat(Hint.and(Optional.empty(), "End.")).hasToString("End.");
  }

  @Test
  void whatCannotBeDoneIsTakenOut() {
    assertThat(EXISTS.without(Reference.REPLACE_EVENTS).without(Reference.APPEND_EVENTS))
        .hasToString("Choose another name.");
    assertThat(EXISTS.has(Reference.REPLACE_EVENTS)).isTrue();
    assertThat(EXISTS.has(Reference.GAPS)).isFalse();
  }

  @Test
  void aTextThatIsAnArgumentIsNoTemplate() {
    assertThat(Hint.of("{} lists {}.", "a {} b", "{}")).hasToString("a {} b lists {}.");
    assertThat(Hint.of("It has: {}.")).hasToString("It has: {}.");
  }

  @Test
  void anErrorSurvivesSerialization() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(MixpanelDataException.of(ErrorCode.TABLE_EXISTS, "It exists.", EXISTS));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      MixpanelDataException read = (MixpanelDataException) in.readObject();
      assertThat(read.hint(ONLY_APPEND)).isEqualTo(EXISTS.in(ONLY_APPEND));
    }
  }

  @Test
  void anErrorWithoutAWayKeepsEverythingElse() {
    MixpanelDataException error =
        MixpanelDataException.of(ErrorCode.TABLE_EXISTS, "It exists.", EXISTS);
    MixpanelDataException changed = error.without(Reference.APPEND_EVENTS);
    assertThat(changed).hasMessage("It exists.").hasCause(error);
    assertThat(changed.code()).isEqualTo(ErrorCode.TABLE_EXISTS);
    assertThat(changed.hint(ONLY_APPEND)).contains("Choose another name.");
    assertThat(error.without(Reference.GAPS)).isSameAs(error);
  }
}
