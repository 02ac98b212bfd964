package dev.mixpaneldata.mcp.sdk;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * A validator that accepts everything. Arguments are checked by the binder, whose messages help
 * more; answers are checked against their schemas by tests. The real validator would cost a quarter
 * of a second at each start.
 */
final class UncheckedSchemas implements JsonSchemaValidator {
  @Override
  public ValidationResponse validate(Map<String, Object> schema, Object content) {
    return ValidationResponse.asValid(null);
  }
}
