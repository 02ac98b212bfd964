package dev.mixpaneldata.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pattern for a text in any encoding in which it may come back: each character as it is, or as
 * addresses, HTML, JSON or JavaScript write it. Mixtures match too, since every encoder leaves
 * other characters unchanged.
 */
final class AnyEncoding {
  private static final Map<Integer, String> ENTITIES =
      Map.of(
          (int) '&',
          "amp",
          (int) '<',
          "lt",
          (int) '>',
          "gt",
          (int) '"',
          "quot",
          (int) '\'',
          "apos");

  private AnyEncoding() {}

  static Pattern of(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints().forEach(c -> pattern.append("(?:").append(forms(c)).append(')'));
    return Pattern.compile(pattern.toString());
  }

  private static String forms(int c) {
    String plain = Character.toString(c);
    Set<String> forms = new LinkedHashSet<>();
    forms.add("\\\\*" + Pattern.quote(plain));
    StringBuilder percent = new StringBuilder();
    for (byte b : plain.getBytes(StandardCharsets.UTF_8)) {
      // Encoded twice, a percent sign is %25.
      percent.append("%(?:25)*(?i:").append(String.format("%02x", b)).append(')');
    }
    forms.add(percent.toString());
    forms.add("&(?:amp;)*#0*" + c + ";");
    forms.add("&(?:amp;)*#[xX]0*(?i:" + Integer.toHexString(c) + ");");
    StringBuilder units = new StringBuilder();
    for (char unit : plain.toCharArray()) {
      units.append("\\\\+u(?i:").append(String.format("%04x", (int) unit)).append(')');
    }
    forms.add(units.toString());
    if (ENTITIES.containsKey(c)) {
      forms.add("&(?:amp;)*" + ENTITIES.get(c) + ";");
    }
    if (c == ' ') {
      forms.add("\\+");
    }
    return String.join("|", forms);
  }
}
