package dev.mixpaneldata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.error.Vocabulary;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Java's words are methods and constants that exist, and ids are those of operations. */
class ReferenceTest {
  /** Written by hand on every face; the tests of the faces know them. */
  private static final List<String> BY_HAND =
      List.of(
          "add_account",
          "switch_account",
          "fetch_events",
          "fetch_profiles",
          "connect",
          "list_connections",
          "connection_tools",
          "allow_tools",
          "call_connection",
          "connection_project",
          "sign_in");

  private static final List<String> PACKAGES =
      List.of("", "account.", "fetch.", "report.", "store.", "bridge.connection.", "bridge.login.");

  private static final Pattern STEP = Pattern.compile("\\.(\\w+)\\(([^)]*)\\)");

  @ParameterizedTest
  @EnumSource
  void theOwnerIsAnOperationOrKnownOtherwise(Reference reference) {
    String owner = reference.owner();
    Optional<OperationSpec<?, ?>> operation = Operations.find(owner);
    if (operation.isEmpty()) {
      assertThat(BY_HAND.contains(owner) || isGroup(owner)).as(owner).isTrue();
    } else if (reference.parameter().isPresent()) {
      assertThat(operation.get().parameters())
          .extracting(p -> p.name())
          .contains(reference.parameter().get());
    }
  }

  private static boolean isGroup(String owner) {
    return owner.equals(Reference.Owner.REPORT) || owner.equals(Reference.Owner.WORKSPACE);
  }

  @ParameterizedTest
  @EnumSource
  void javaHasWhatIsNamed(Reference reference) {
    String words = Vocabulary.JAVA.name(reference).orElseThrow();
    String start = words.substring(0, words.indexOf('.'));
    Class<?> type = start.equals("workspace") ? Workspace.class : type(start);
    Matcher step = STEP.matcher(words);
    while (step.find()) {
      String name = step.group(1);
      List<Method> methods =
          Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(name)).toList();
      assertThat(methods).as("%s of %s", name, type).isNotEmpty();
      checkConstant(step.group(2));
      type = methods.get(0).getReturnType();
    }
    assertThat(words).endsWith(")");
  }

  private static void checkConstant(String argument) {
    int dot = argument.indexOf('.');
    boolean isChange = argument.contains("->");
    if (dot > 0 && !isChange) {
      Class<?> type = type(argument.substring(0, dot));
      assertThat(type.getEnumConstants())
          .extracting(constant -> ((Enum<?>) constant).name())
          .contains(argument.substring(dot + 1));
    }
  }

  private static Class<?> type(String name) {
    for (String folder : PACKAGES) {
      try {
        return Class.forName("dev.mixpaneldata." + folder + name);
      } catch (ClassNotFoundException e) {
        // Perhaps in the next package.
      }
    }
    throw new AssertionError("There is no class " + name);
  }

  @Test
  void choicesBelongToParameters() {
    assertThat(Reference.values())
        .allSatisfy(
            reference ->
                assertThat(reference.choice().isEmpty() || reference.parameter().isPresent())
                    .isTrue());
  }
}
