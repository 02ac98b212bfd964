package dev.mixpaneldata.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.testkit.FakeMixpanelBuilder;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One clock, which everything else is given, so that tests choose the time. */
class TimeTest {
  /** The two where the machine's clock comes from. */
  private static final Set<String> MAY_ASK_THE_MACHINE =
      Set.of(
          Pacer.class.getName(),
          ExpressionOptions.class.getName(),
          FakeMixpanelBuilder.class.getName());

  private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINE =
      DescribedPredicate.describe("asks the machine's clock", TimeTest::asksTheMachine);

  private static boolean asksTheMachine(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    return switch (call.getName()) {
      case "now" ->
          owner.getPackageName().equals("java.time")
              && call.getTarget().getRawParameterTypes().stream()
                  .noneMatch(type -> type.isEquivalentTo(Clock.class));
      case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      default -> false;
    };
  }

  @Test
  void theTimeIsGiven() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are given the time",
                (JavaClass type) -> !MAY_ASK_THE_MACHINE.contains(type.getName())))
        .should()
        .callCodeUnitWhere(ASKS_THE_MACHINE)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.mixpaneldata"));
  }
}
