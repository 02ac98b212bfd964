package dev.mixpaneldata.internal.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.answer.HistoryPage;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The calls that all families of the app API make: reading one thing or all pages of them, and
 * changing. Every change clears the cache, since lists that name what was changed are kept there.
 */
public final class AppClient {
  private static final String UNREAD =
      "The change may have been carried out. Check before you repeat it.";

  /** Failures after which a change may have been carried out, wholly or in part. */
  private static final Set<ErrorCode> UNCERTAIN =
      EnumSet.of(
          ErrorCode.SERVER_ERROR,
          ErrorCode.TIMEOUT,
          ErrorCode.NETWORK_ERROR,
          ErrorCode.BAD_RESPONSE);

  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Creates a client over this HTTP client. */
  public AppClient(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
  }

  /**
   * Returns the one thing that a call reads.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if the answer is empty, {@code BAD_RESPONSE} if
   *     it is something else
   */
  public <T extends Record> T read(Class<T> type, Call call) {
    JsonNode result = result(call);
    if (result.isNull() || result.isMissingNode() || result.isContainerNode() && result.isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.NOT_FOUND,
          "Mixpanel has no " + words(type) + " at " + call.path() + ".",
          "Check the id, and whether the project is the right one.");
    }
    return entity(type, result, call);
  }

  /** Returns one page of what happened to a thing. */
  public HistoryPage history(Call call) {
    JsonNode answer = Mappers.readExactly(http.send(call).body());
    return entity(
        HistoryPage.class, answer.path("results").isObject() ? unwrapped(answer) : answer, call);
  }

  /**
   * Returns the text that a call reads.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else
   */
  public String text(Call call) {
    JsonNode result = result(call);
    if (!result.isTextual()) {
      throw unreadable("a text", result, call, Hint.of("Try again later."));
    }
    return result.textValue();
  }

  /** Returns what is known about a thing; its fields are absent where Mixpanel knows nothing. */
  public <T extends Record> T facts(Class<T> type, Call call) {
    return entity(type, result(call), call);
  }

  /** Returns what a call reads, whole and as Mixpanel sends it. */
  public Json raw(Call call) {
    return new Json(result(call).toString());
  }

  /**
   * Returns the things that a call lists, through all pages.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is no list of them
   */
  public <T extends Record> List<T> list(Class<T> type, Call call) {
    return pages(call).stream().map(item -> listed(type, item, call)).toList();
  }

  /** Returns a thing of a list. One without any field stands for nothing. */
  private static <T extends Record> T listed(Class<T> type, JsonNode item, Call call) {
    if (item.isEmpty()) {
      throw unreadable("a list of what was asked for", item, call, Hint.of("Try again later."));
    }
    return entity(type, item, call);
  }

  /**
   * Returns the things that a call lists, of which Mixpanel may give the names alone.
   *
   * @param nameField the field of the name
   */
  public <T extends Record> List<T> listOrNames(Class<T> type, String nameField, Call call) {
    return pages(call).stream()
        .map(
            item ->
                item.isTextual() ? Mappers.json().createObjectNode().set(nameField, item) : item)
        .map(item -> entity(type, item, call))
        .toList();
  }

  /**
   * Returns the things that a call lists in a field of its answer.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer has no such list
   */
  public <T extends Record> List<T> listIn(Class<T> type, String field, Call call) {
    JsonNode result = result(call);
    if (!result.path(field).isArray()) {
      throw unreadable("a list of " + field, result, call, Hint.of("Try again later."));
    }
    return LenientReader.elements(result.path(field)).stream()
        .map(item -> entity(type, item, call))
        .toList();
  }

  /**
   * Returns the fields of the object that a call reads.
   *
   * @param what what the object is, in words
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else
   */
  public Map<String, JsonNode> fields(String what, Call call) {
    JsonNode result = result(call);
    if (!result.isObject()) {
      throw unreadable(what, result, call, Hint.of("Try again later."));
    }
    return LenientReader.fields(result);
  }

  /**
   * Returns the things that a call lists, or has as an object by their names.
   *
   * @param container the field of that object
   * @param nameField the field under which each thing gets its name
   */
  public <T extends Record> List<T> listNamed(
      Class<T> type, String container, String nameField, Call call) {
    JsonNode result = result(call);
    if (!result.path(container).isObject()) {
      return LenientReader.elements(result).stream().map(item -> entity(type, item, call)).toList();
    }
    List<T> named = new ArrayList<>();
    for (Map.Entry<String, JsonNode> item : result.path(container).properties()) {
      ObjectNode thing = Mappers.json().createObjectNode().put(nameField, item.getKey());
      item.getValue().properties().forEach(field -> thing.set(field.getKey(), field.getValue()));
      named.add(entity(type, thing, call));
    }
    return List.copyOf(named);
  }

  /**
   * Returns the whole numbers that a call lists.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else
   */
  public List<Long> numbers(Call call) {
    JsonNode result = result(call);
    List<Long> numbers =
        LenientReader.elements(result).stream()
            .flatMap(id -> LenientReader.wholeNumber(id).stream())
            .toList();
    if (!result.isArray() || numbers.size() != result.size()) {
      throw unreadable("a list of ids", result, call, Hint.of("Try again later."));
    }
    return numbers;
  }

  /** Returns the values that a call lists, through all pages. */
  public List<JsonNode> pages(Call call) {
    List<JsonNode> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Call next = call;
    while (true) {
      JsonNode answer = Mappers.readExactly(http.send(next).body());
      JsonNode list = listOf(answer);
      if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
        throw unreadable("a list", answer, call, Hint.of("Try again later."));
      }
      items.addAll(LenientReader.elements(list));
      Optional<String> cursor = LenientReader.text(answer.path("pagination").path("next_cursor"));
      if (cursor.isEmpty()) {
        return items;
      }
      if (!seen.add(cursor.get())) {
        throw new MixpanelDataException(
            ErrorCode.BAD_RESPONSE,
            "Mixpanel's pages of " + call.path() + " repeat themselves after " + items.size() + ".",
            "Try again later.");
      }
      next =
          call.parameter(
                  "page_size",
                  LenientReader.text(answer.path("pagination").path("page_size")).orElse(null))
              .parameter("cursor", cursor.get());
    }
  }

  /**
   * Makes a change and returns what Mixpanel answers.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else; the message
   *     has the whole answer, since the change may have been carried out
   */
  public <T extends Record> T change(Class<T> type, Call call) {
    return entity(type, changed(call), call, Hint.of(UNREAD));
  }

  /**
   * Makes a change and returns what Mixpanel answers, if it is about the thing that was asked for.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else or does not
   *     fit; the message has the whole answer, since the change may have been carried out
   */
  public <T extends Record> T change(Class<T> type, Call call, Predicate<T> fits) {
    JsonNode result = changed(call);
    T entity = entity(type, result, call, Hint.of(UNREAD));
    if (!fits.test(entity)) {
      String what = "the " + words(type) + " that was asked for";
      throw unreadable(what, result, call, Hint.of(UNREAD));
    }
    return entity;
  }

  /**
   * Makes a change whose answer is the thing, or a list of it alone.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else
   */
  public <T extends Record> T changeOne(Class<T> type, Call call) {
    JsonNode result = changed(call);
    boolean wrapped = result.isArray() && result.size() == 1;
    return entity(type, wrapped ? result.get(0) : result, call, Hint.of(UNREAD));
  }

  /**
   * Makes a change whose answer has the thing in a field of this name.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is something else
   */
  public <T extends Record> T changeWithin(Class<T> type, String field, Call call) {
    JsonNode result = changed(call);
    return EntityReader.read(type, result.path(field))
        .orElseThrow(() -> unreadable("the " + words(type), result, call, Hint.of(UNREAD)));
  }

  /** Makes a change, and returns Mixpanel's answer whole. */
  public Json changeRaw(Call call) {
    JsonNode result = changed(call);
    return new Json(result.isMissingNode() ? "{}" : result.toString());
  }

  /** Makes a change of one thing that Mixpanel does not answer with the thing. */
  public ChangeReceipt change(Object id, String outcome, Call call) {
    JsonNode answer = changed(call);
    Map<String, Json> more = new LinkedHashMap<>(EntityReader.fields(answer));
    boolean isEnvelope = more.size() == 1 && answer.path("status").asText().equals("ok");
    if (isEnvelope) {
      more.clear();
    } else if (!answer.isObject() && !answer.isNull() && !answer.isMissingNode()) {
      more.put("answer", new Json(answer.toString()));
    }
    more.remove("id");
    return new ChangeReceipt(String.valueOf(id), outcome, more);
  }

  /** Makes one change of several things. Mixpanel carries out all or fails. */
  public List<ChangeReceipt> change(List<?> ids, String outcome, Call call) {
    changed(call);
    return ids.stream().map(id -> new ChangeReceipt(String.valueOf(id), outcome)).toList();
  }

  /**
   * Deletes several things in one call. If it fails in a way that leaves open what was done, the
   * error says which of them are still there.
   *
   * @param listing lists the things that exist
   */
  public List<ChangeReceipt> deleteAll(List<?> ids, Call deletion, Call listing) {
    try {
      return change(ids, "deleted", deletion);
    } catch (MixpanelDataException e) {
      throw UNCERTAIN.contains(e.code()) ? withOutcome(e, ids, listing) : e;
    }
  }

  private MixpanelDataException withOutcome(MixpanelDataException e, List<?> ids, Call listing) {
    List<String> there;
    try {
      there = pages(listing).stream().map(item -> item.path("id").asText()).toList();
    } catch (MixpanelDataException unknown) {
      return e;
    }
    List<String> left = ids.stream().map(String::valueOf).filter(there::contains).toList();
    List<String> gone =
        ids.stream().map(String::valueOf).filter(id -> !there.contains(id)).toList();
    return e.withMessage(
        e.getMessage()
            + " Deleted: "
            + (gone.isEmpty() ? "none" : String.join(", ", gone))
            + ". Still there: "
            + (left.isEmpty() ? "none" : String.join(", ", left))
            + ".");
  }

  /** Makes a change that answers with a list. */
  public <T extends Record> List<T> changeList(Class<T> type, Call call) {
    JsonNode result = changed(call);
    if (!result.isArray()) {
      throw unreadable("a list", result, call, Hint.of(UNREAD));
    }
    return LenientReader.elements(result).stream()
        .map(item -> entity(type, item, call, Hint.of(UNREAD)))
        .toList();
  }

  /** Returns the content of the envelope of the answer to a change. */
  private JsonNode changed(Call call) {
    try {
      return result(call);
    } catch (MixpanelDataException e) {
      throw e.code() == ErrorCode.BAD_RESPONSE ? e.withNextSteps(Hint.of(UNREAD)) : e;
    } finally {
      cache.clear();
    }
  }

  private JsonNode result(Call call) {
    return unwrapped(Mappers.readExactly(http.send(call).body()));
  }

  /** Returns the content of one envelope: what is inside may have results of its own. */
  private static JsonNode unwrapped(JsonNode answer) {
    return answer.isObject() && answer.has("results") ? answer.path("results") : answer;
  }

  /** Returns the list of an answer, which comes wrapped once or twice. */
  private static JsonNode listOf(JsonNode answer) {
    JsonNode result = unwrapped(answer);
    return result.isObject() && result.path("results").isArray() ? result.path("results") : result;
  }

  /**
   * Returns the thing that a part of an answer describes.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if it is something else
   */
  public static <T extends Record> T entity(Class<T> type, JsonNode node, Call call) {
    return entity(type, node, call, Hint.of("Try again later."));
  }

  private static <T extends Record> T entity(Class<T> type, JsonNode node, Call call, Hint hint) {
    return EntityReader.read(type, node)
        .orElseThrow(() -> unreadable("the " + words(type), node, call, hint));
  }

  private static MixpanelDataException unreadable(
      String what, JsonNode answer, Call call, Hint hint) {
    String text = answer.isMissingNode() ? "nothing" : answer.toString();
    return MixpanelDataException.of(
        ErrorCode.BAD_RESPONSE,
        "Mixpanel's answer to " + call + " is not " + what + ". It answered: " + text,
        hint);
  }

  private static String words(Class<?> type) {
    return ResultFields.snakeCase(type.getSimpleName()).replace('_', ' ');
  }
}
