package dev.mixpaneldata.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.mixpaneldata.Workspace;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The directions between modules, and what a user of core may see. */
class ArchitectureTest {
  private static final String[] FACES = {
    "dev.mixpaneldata.cli..", "dev.mixpaneldata.mcp..", "dev.mixpaneldata.ui.."
  };
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
                            "bridge", "cli", "mcp", "storage", "testkit", "ui", "architecture"
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
                FACES[1],
                FACES[2]))
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
                FACES[1],
                FACES[2]))
        .check(PRODUCT);
  }

  @Test
  void storageKnowsNoFace() {
    noClasses()
        .that()
        .resideInAPackage(STORAGE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "picocli..", "io.modelcontextprotocol..", FACES[0], FACES[1], FACES[2]))
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
        .dependOnClassesThat(resideInAnyPackage(FACES[0], FACES[2], "picocli..", TESTKIT))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage(FACES[2])
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(FACES[0], "picocli..", "org.duckdb..", STORAGE, TESTKIT))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage(TESTKIT)
        .should()
        .dependOnClassesThat(resideInAnyPackage(STORAGE, FACES[0], FACES[1], FACES[2]))
        .check(PRODUCT);
  }

  /** Public classes outside of packages for sister modules. */
  private static final DescribedPredicate<JavaClass> API =
      CORE.and(
          DescribedPredicate.describe(
              "are public API",
              type ->
                  type.getModifiers().contains(JavaModifier.PUBLIC)
                      && !type.getPackageName().matches(".*\\.(internal|spi)\\b.*")));

  @Test
  void usersOfCoreSeeNoTypeOfJackson() {
    classes()
        .that(API)
        .should(
            new ArchCondition<>("show no type of Jackson") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                shown(type)
                    .filter(seen -> seen.getPackageName().startsWith("com.fasterxml."))
                    .forEach(
                        seen ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    type, type.getName() + " shows " + seen.getName())));
              }
            })
        .check(PRODUCT);
  }

  /** The types in the signatures of a class that its users see, supertypes included. */
  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaClass> supertypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
            .flatMap(above -> above.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> code =
        type.getCodeUnits().stream()
            .filter(ArchitectureTest::isSeen)
            .flatMap(ArchitectureTest::signature);
    Stream<JavaClass> fields =
        type.getFields().stream()
            .filter(ArchitectureTest::isSeen)
            .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream());
    return Stream.of(supertypes, code, fields).flatMap(Function.identity());
  }

  private static Stream<JavaClass> signature(JavaCodeUnit unit) {
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getThrowsClause().getTypes().stream())
        .flatMap(Function.<Stream<? extends JavaType>>identity())
        .flatMap(seen -> seen.getAllInvolvedRawTypes().stream());
  }

  private static boolean isSeen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "packages of all modules";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(PRODUCT);
  }

  /** Those who use the library need nothing of these; its own modules may. */
  @Test
  void examplesUseNothingInternal() throws IOException {
    Pattern inner = Pattern.compile("dev\\.mixpaneldata\\.[\\w.]*\\b(internal|spi)\\b");
    for (String folder : List.of("../examples/src/main", "../docs", "../README.md")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|md)")).toList()) {
          assertThat(inner.matcher(Files.readString(file)).results().map(MatchResult::group))
              .as(file.toString())
              .isEmpty();
        }
      }
    }
  }

  /** What tables are made by is for storage, and for core, which calls it. */
  @Test
  void onlyStorageProvidesTables() {
    noClasses()
        .that(
            DescribedPredicate.not(CORE)
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(STORAGE))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.mixpaneldata.store.spi.."))
        .check(PRODUCT);
  }

  /** Public classes outside of packages for sister modules, in the modules that users build on. */
  private static final DescribedPredicate<JavaClass> SHOWN =
      API.or(
          DescribedPredicate.describe(
              "are public in the bridge or the testkit",
              type ->
                  type.getModifiers().contains(JavaModifier.PUBLIC)
                      && type.getPackageName().matches("dev\\.mixpaneldata\\.(bridge|testkit).*")));

  /** Whoever can name a class can also make one, so its constructors count, too. */
  @Test
  void apiShowsNothingInternal() {
    classes()
        .that(SHOWN)
        .should(
            new ArchCondition<>("show nothing internal") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                shown(type)
                    .filter(seen -> seen.getPackageName().matches(".*\\.internal\\b.*"))
                    .forEach(
                        seen ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    type, type.getName() + " shows " + seen.getName())));
              }
            })
        .check(PRODUCT);
  }

  /** What other modules of the project may need is in other packages below {@code internal}. */
  @Test
  void onlyCoreTalksToMixpanel() {
    noClasses()
        .that(DescribedPredicate.not(CORE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.mixpaneldata.internal.export..",
                "dev.mixpaneldata.internal.profile..",
                "dev.mixpaneldata.internal.gzip.."))
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
