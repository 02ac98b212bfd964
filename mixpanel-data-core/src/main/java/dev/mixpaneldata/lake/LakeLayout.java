package dev.mixpaneldata.lake;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of a lake's files and folders, the same in a local folder and in an object store. */
public final class LakeLayout {
  /** The file that says what the lake holds; what it does not list does not exist. */
  public static final String MANIFEST = "manifest.json";

  /** The folder of all days. */
  public static final String EVENTS = "events";

  private static final String DAY = "event_date=";

  private static final Pattern FILE = Pattern.compile("part-[0-9a-f]{16}\\.parquet");

  private LakeLayout() {}

  /** Returns the name of a day's folder below {@link #EVENTS}: {@code event_date=2026-01-31}. */
  public static String folder(LocalDate day) {
    return DAY + day;
  }

  /** Returns a path for a new file of a day, below the lake's folder. */
  public static String newFile(LocalDate day) {
    String name = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    return EVENTS + "/" + folder(day) + "/part-" + name + ".parquet";
  }

  /** Returns whether a name in a day's folder is one that writers of lakes give. */
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** Returns whether a name below {@link #EVENTS} is that of a day's folder. */
  static boolean isFolder(String name) {
    return name.matches(DAY + "\\d{4}-\\d{2}-\\d{2}");
  }

  /** Returns whether a path lies in the folder of a day, and nowhere else. */
  static boolean isIn(LocalDate day, String path) {
    String folder = EVENTS + "/" + folder(day) + "/";
    return path.startsWith(folder) && isPlain(path.substring(folder.length()));
  }

  private static boolean isPlain(String name) {
    return !name.isBlank()
        && !name.startsWith(".")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }
}
