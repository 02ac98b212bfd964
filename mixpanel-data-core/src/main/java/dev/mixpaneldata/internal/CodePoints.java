package dev.mixpaneldata.internal;

import java.util.Comparator;

/** Texts in the order of their code points, which is that of their UTF-8 bytes. */
public final class CodePoints {
  /** Differs from the natural order of Java's where one text has a character beyond U+FFFF. */
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
