package dev.mixpaneldata.cli.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"mp " + text()};
  }

  /** Returns the version, such as {@code 1.2.3}. */
  public static String text() {
    return properties().getProperty("version", "unknown");
  }

  /** Returns the day of this version, as yyyy-mm-dd. */
  public static String date() {
    return properties().getProperty("date", "").replaceAll("T.*", "");
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
