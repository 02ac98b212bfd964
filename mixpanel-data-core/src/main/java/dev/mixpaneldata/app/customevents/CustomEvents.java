package dev.mixpaneldata.app.customevents;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Custom events (app API, undocumented; as Mixpanel's Python client calls it). Mixpanel knows them
 * by their ids; a name is looked up first.
 */
public final class CustomEvents {
  private static final String DEFINITIONS = "/{scope}/data-definitions/events/";

  /** The field of the id in bodies and answers. */
  private static final String ID = "customEventId";

  private final AppClient client;
  private final AppClient reading;

  /**
   * Creates a client.
   *
   * @param reading looks names up, also where nothing else is sent
   */
  public CustomEvents(MixpanelHttp http, MixpanelHttp reading) {
    this.client = new AppClient(http);
    this.reading = new AppClient(reading);
  }

  /** Returns the custom events of the project. */
  public List<CustomEventDefinition> list() {
    return list(client);
  }

  private static List<CustomEventDefinition> list(AppClient client) {
    return client.list(
        CustomEventDefinition.class,
        Call.get(ApiFamily.APP, DEFINITIONS).parameter("custom_event", "true"));
  }

  /**
   * Returns a custom event from the list.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public CustomEventDefinition get(CustomEventRequest request) {
    return list(reading).stream()
        .filter(event -> matches(event, request))
        .findFirst()
        .orElseThrow(() -> missing(request));
  }

  private static boolean matches(CustomEventDefinition event, CustomEventRequest request) {
    return request.name().isPresent()
        ? request.name().equals(event.name())
        : request.customEventId().equals(event.customEventId());
  }

  private static MixpanelDataException missing(CustomEventRequest request) {
    String what =
        request
            .name()
            .map(name -> "'" + Visible.line(name) + "'")
            .orElseGet(() -> "with the id " + request.customEventId().orElseThrow());
    return MixpanelDataException.of(
        ErrorCode.NOT_FOUND,
        "There is no custom event " + what + ".",
        Hint.of("Choose one that {} shows.", Reference.LIST_CUSTOM_EVENTS));
  }

  /** Creates a custom event that stands for several events. */
  public CustomEvent create(CreateCustomEvent request) {
    Map<String, Object> body = BodyFields.of(request);
    body.put(
        "alternatives",
        request.alternatives().stream().map(event -> Map.of("event", event)).toList());
    Call call = Call.post(ApiFamily.APP, "/{scope}/custom_events/");
    for (Map.Entry<String, Object> field : body.entrySet()) {
      call =
          field.getValue() instanceof String text
              ? call.field(field.getKey(), text)
              : call.jsonField(field.getKey(), field.getValue());
    }
    return client.changeWithin(CustomEvent.class, "custom_event", call);
  }

  /**
   * Changes what the request gives of a custom event.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if Mixpanel answers with another event
   */
  public CustomEventDefinition update(UpdateCustomEvent request) {
    long id = id(new CustomEventRequest(request.customEventId(), request.name()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(ID, id);
    body.putAll(BodyFields.of(request, "custom_event_id", "name"));
    Call call = Call.patch(ApiFamily.APP, DEFINITIONS).json(body);
    // With an unknown id Mixpanel may make another event in place of changing one.
    return client.change(
        CustomEventDefinition.class,
        call,
        changed -> changed.customEventId().filter(other -> other != id).isEmpty());
  }

  /** Deletes a custom event. */
  public ChangeReceipt delete(CustomEventRequest request) {
    long id = id(request);
    return client.change(
        id, "deleted", Call.delete(ApiFamily.APP, DEFINITIONS).json(Map.of(ID, id)));
  }

  private long id(CustomEventRequest request) {
    Optional<Long> given = request.customEventId();
    if (given.isPresent()) {
      return given.get();
    }
    // The id of its definition is another number, by which another event might go.
    return get(request)
        .customEventId()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.BAD_RESPONSE,
                    "Mixpanel lists the custom event without its id.",
                    "Give the id of the custom event."));
  }
}
