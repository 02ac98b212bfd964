package dev.mixpaneldata.internal;

import java.util.Comparator;

/** The order of texts by code points, which is that of their UTF-8 bytes. */
public final class CodePoints {
  /**
   * Compares by code points; differs from Java's natural order only for characters beyond U+FFFF.
   */
  public static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        boolean leftIsHalf = Character.isSurrogate(left);
        return leftIsHalf == Character.isSurrogate(right)
            ? Character.compare(left, right)
            : leftIsHalf ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
