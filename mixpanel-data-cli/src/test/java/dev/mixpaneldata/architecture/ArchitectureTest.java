package dev.mixpaneldata.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mixpaneldata.Workspace;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The directions between modules, and what a user of core may see. */
class ArchitectureTest {
  private static final String[] FACES = {"dev.mixpaneldata.cli..", "dev.mixpaneldata.mcp.."};
  private static final String STORAGE = "dev.mixpaneldata.storage..";
  private static final String BRIDGE = "dev.mixpaneldata.bridge..";
  private static final String TESTKIT = "dev.mixpaneldata.testkit..";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mixpaneldata");

  private static final DescribedPredicate<JavaClass> CORE =
      DescribedPredicate.describe(
          "core",
          type ->
              type.getPackageName().startsWith("dev.mixpaneldata")
                  && Arrays.stream(
                          new String[] {
                            "bridge", "cli", "mcp", "storage", "testkit", "architecture"
                          })
                      .noneMatch(m -> type.getPackageName().startsWith("dev.mixpaneldata." + m)));

  @Test
  void coreKnowsNeitherDuckDbNorTheFaces() {
    noClasses()
        .that(CORE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.duckdb..",
                "java.sql..",
                "picocli..",
                "io.modelcontextprotocol..",
                STORAGE,
                TESTKIT,
                BRIDGE,
                FACES[0],
                FACES[1]))
        .check(PRODUCT);
  }

  @Test
  void theBridgeKnowsOnlyCore() {
    noClasses()
        .that()
        .resideInAPackage(BRIDGE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.duckdb..",
                "picocli..",
                "io.modelcontextprotocol..",
                STORAGE,
                TESTKIT,
                FACES[0],
                FACES[1]))
        .check(PRODUCT);
  }

  @Test
  void storageKnowsNoFace() {
    noClasses()
        .that()
        .resideInAPackage(STORAGE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("picocli..", "io.modelcontextprotocol..", FACES[0], FACES[1]))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage(TESTKIT))
        .check(PRODUCT);
  }

  @Test
  void theServerKnowsNoCommandLineAndTheTestkitOnlyCore() {
    noClasses()
        .that()
        .resideInAPackage(FACES[1])
        .should()
        .dependOnClassesThat(resideInAnyPackage(FACES[0], "picocli..", TESTKIT))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage(TESTKIT)
        .should()
        .dependOnClassesThat(resideInAnyPackage(STORAGE, FACES[0], FACES[1]))
        .check(PRODUCT);
  }

  @Test
  void usersOfCoreSeeNoTypeOfJackson() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(
            CORE.and(
                DescribedPredicate.describe(
                    "are public API",
                    type ->
                        type.getModifiers()
                                .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                            && !type.getPackageName().contains(".internal"))))
        .should()
        .notHaveRawReturnType(resideInAnyPackage("com.fasterxml.."))
        .check(PRODUCT);
  }

  @Test
  void workspaceStaysATableOfContents() {
    classes()
        .that()
        .areAssignableTo(Workspace.class)
        .should(
            new ArchCondition<>("have at most 35 public methods") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                long count =
                    Arrays.stream(Workspace.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .count();
                if (count > 35) {
                  events.add(SimpleConditionEvent.violated(type, count + " public methods"));
                }
              }
            })
        .check(PRODUCT);
  }
}
