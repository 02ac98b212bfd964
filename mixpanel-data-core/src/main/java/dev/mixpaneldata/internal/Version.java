package dev.mixpaneldata.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this library, as its jar states it. */
public final class Version {
  private static final String POM =
      "/META-INF/maven/dev.mixpaneldata/mixpanel-data-core/pom.properties";
  private static final String CURRENT = read();

  private Version() {}

  /**
   * Returns the version, or {@code dev} if the classes were not loaded from a jar made by Maven.
   */
  public static String current() {
    return CURRENT;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream(POM)) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      return "dev";
    }
    return properties.getProperty("version", "dev");
  }
}
