package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;
import java.util.Map;

/** Tags of events in the Lexicon (app API, undocumented; as Mixpanel's Python client calls it). */
public final class LexiconTags {
  private static final String ALL = "/{scope}/data-definitions/tags/";
  private static final String ONE = ALL + "{}/";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public LexiconTags(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the tags of the project. */
  public List<LexiconTag> list() {
    return client.listOrNames(LexiconTag.class, "name", Call.get(ApiFamily.APP, ALL));
  }

  /** Creates a tag. */
  public LexiconTag create(CreateLexiconTag request) {
    return client.change(
        LexiconTag.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Renames a tag. */
  public LexiconTag update(UpdateLexiconTag request) {
    return client.change(
        LexiconTag.class,
        Call.patch(ApiFamily.APP, ONE, request.tagId()).json(BodyFields.of(request, "tag_id")));
  }

  /** Deletes a tag, which Mixpanel knows by its name here. */
  public ChangeReceipt delete(String name) {
    return client.change(
        name, "deleted", Call.post(ApiFamily.APP, ALL).json(Map.of("delete", true, "name", name)));
  }
}
