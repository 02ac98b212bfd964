package dev.mixpaneldata.mcp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.mixpaneldata.mcp");

  @Test
  void onlyAdaptersAndTransportsKnowTheSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..mcp.sdk..", "..mcp.transport..", "..mcp.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.modelcontextprotocol..", "reactor..", "tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void toolsDoNotKnowTheirTransport() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..mcp", "..mcp.sdk..", "..mcp.http..", "..mcp.transport..", "..mcp.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..mcp.sdk..", "..mcp.http..", "..mcp.transport..")
        .check(CLASSES);
  }
}
