package dev.mixpaneldata.bridge.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The vendors of {@code vendors.json}. */
public final class Vendors {
  private static final Lazy<Map<String, Vendor>> ALL = new Lazy<>(Vendors::load);

  private Vendors() {}

  /** All of them, by name. */
  public static List<Vendor> all() {
    return List.copyOf(ALL.get().values());
  }

  /** The vendor of this name. */
  public static Optional<Vendor> find(String id) {
    return Optional.ofNullable(ALL.get().get(id));
  }

  /** The vendor of this name, or an error that names all. */
  public static Vendor named(String id) {
    return find(id)
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "There is no vendor '" + id + "'.",
                    "Choose "
                        + all().stream().map(Vendor::id).collect(Collectors.joining(" or "))
                        + ", or give the address of an MCP server."));
  }

  private static Map<String, Vendor> load() {
    Map<String, Vendor> vendors = new LinkedHashMap<>();
    try (InputStream stream =
        Vendors.class.getResourceAsStream("/dev/mixpaneldata/bridge/vendors.json")) {
      if (stream == null) {
        throw new IllegalStateException("vendors.json is missing from the jar");
      }
      JsonNode root = Mappers.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      root.properties().forEach(e -> vendors.put(e.getKey(), vendor(e.getKey(), e.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vendors;
  }

  private static Hint fix(JsonNode trouble) {
    Hint fix = Hint.of(trouble.path("fix").asText());
    return trouble.has("reference")
        ? fix.and(
            Hint.of(
                trouble.path("here").asText(),
                Reference.valueOf(trouble.path("reference").asText())))
        : fix;
  }

  private static Vendor vendor(String id, JsonNode node) {
    Map<String, URI> urls = new LinkedHashMap<>();
    node.path("urls")
        .properties()
        .forEach(e -> urls.put(e.getKey(), URI.create(e.getValue().asText())));
    Map<String, Vendor.ToolRule> rules = new LinkedHashMap<>();
    node.path("reads").forEach(name -> rules.put(name.asText(), Vendor.ToolRule.ANY));
    node.path("rules").properties().forEach(e -> rules.put(e.getKey(), rule(e.getValue())));
    List<Vendor.Trouble> troubles = new ArrayList<>();
    node.path("troubles")
        .forEach(
            t ->
                troubles.add(
                    new Vendor.Trouble(
                        t.path("sign").asText(),
                        t.path("error").asText(),
                        t.path("cause").asText(),
                        fix(t))));
    return new Vendor(
        id,
        node.path("title").asText(),
        urls,
        texts(node.path("scopes")),
        rules,
        node.path("project").path("argument").asText(),
        node.path("project").path("number").asBoolean(),
        node.path("project").path("tool").asText(),
        node.path("service_accounts").asBoolean(),
        node.has("calls_per_hour")
            ? OptionalInt.of(node.path("calls_per_hour").asInt())
            : OptionalInt.empty(),
        node.path("ends_at").asText(),
        troubles);
  }

  private static Vendor.ToolRule rule(JsonNode node) {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    node.path("only").properties().forEach(e -> arguments.put(e.getKey(), texts(e.getValue())));
    return new Vendor.ToolRule(arguments, texts(node.path("objects")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return List.copyOf(texts);
  }
}
