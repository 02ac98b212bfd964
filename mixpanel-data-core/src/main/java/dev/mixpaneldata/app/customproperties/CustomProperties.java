package dev.mixpaneldata.app.customproperties;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;

/** Custom properties (app API, undocumented; as Mixpanel's Python client calls it). */
public final class CustomProperties {
  private static final String ALL = "/{scope}/custom_properties/";
  private static final String ONE = ALL + "{}/";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public CustomProperties(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the custom properties of the project. */
  public List<CustomProperty> list() {
    return client.list(CustomProperty.class, Call.get(ApiFamily.APP, ALL));
  }

  /**
   * Returns a custom property.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public CustomProperty get(String id) {
    return client.read(CustomProperty.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates a custom property. */
  public CustomProperty create(CreateCustomProperty request) {
    return client.change(
        CustomProperty.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Replaces a custom property by what the request gives. */
  public CustomProperty update(UpdateCustomProperty request) {
    return client.change(
        CustomProperty.class,
        Call.put(ApiFamily.APP, ONE, request.customPropertyId())
            .json(BodyFields.of(request, "custom_property_id")));
  }

  /** Deletes a custom property. */
  public ChangeReceipt delete(String id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Has Mixpanel check a custom property without creating it. */
  public CustomPropertyCheck validate(CreateCustomProperty request) {
    return client.read(
        CustomPropertyCheck.class,
        Call.post(ApiFamily.APP, ALL + "validate/").json(BodyFields.of(request)).idempotent());
  }
}
