package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.internal.json.Mappers;

/** Errors as the page shows them. */
final class Errors {
  private Errors() {}

  /** An error of this program. */
  static ObjectNode defect(RuntimeException error) {
    ObjectNode node = Mappers.json().createObjectNode();
    node.putObject("error").put("code", "DEFECT").put("message", "This failed: " + error + ".");
    return node;
  }

  static ObjectNode json(MixpanelDataException error, Vocabulary words) {
    ObjectNode node = Mappers.json().createObjectNode();
    ObjectNode shown =
        node.putObject("error")
            .put("code", error.code().name())
            .put("message", String.valueOf(error.getMessage()));
    error.hint(words).ifPresent(hint -> shown.put("hint", hint));
    return node;
  }
}
