package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Retrievals and deletions of the data of people (GDPR reference). Mixpanel takes a bearer token
 * that a user makes for these requests alone, and refuses service accounts.
 */
public final class PersonalData {
  private static final String RETRIEVALS = "/data-retrievals/v3.0/";
  private static final String DELETIONS = "/data-deletions/v3.0/";

  private final AppClient client;
  private final Optional<Secret> token;

  /**
   * Creates a client.
   *
   * @param token the token of the project
   */
  public PersonalData(MixpanelHttp http, Optional<Secret> token) {
    this.client = new AppClient(http);
    this.token = token;
  }

  /** Asks for all data of people. The answer has the id by which the request is followed. */
  public PersonalDataJob retrieve(CreateRetrieval request) {
    Call call =
        named(Call.post(ApiFamily.APP, RETRIEVALS), request.token())
            .json(BodyFields.of(request, "token"));
    return signed(() -> client.changeOne(PersonalDataJob.class, call));
  }

  /** Returns how far a retrieval is, with the address of the data once there is one. */
  public PersonalDataJob retrieval(PersonalDataRequest request) {
    Call call =
        named(Call.get(ApiFamily.APP, RETRIEVALS + "{}", request.trackingId()), request.token());
    return signed(() -> client.read(PersonalDataJob.class, call));
  }

  /** Asks to delete all data of people, which can be cancelled until it has started. */
  public PersonalDataJob delete(CreateDeletion request) {
    Call call =
        named(Call.post(ApiFamily.APP, DELETIONS), request.token())
            .json(BodyFields.of(request, "token"));
    return signed(() -> client.changeOne(PersonalDataJob.class, call));
  }

  /** Returns how far a deletion is. */
  public PersonalDataJob deletion(PersonalDataRequest request) {
    Call call =
        named(Call.get(ApiFamily.APP, DELETIONS + "{}", request.trackingId()), request.token());
    return signed(() -> client.read(PersonalDataJob.class, call));
  }

  /** Cancels a deletion that has not started. */
  public ChangeReceipt cancel(PersonalDataRequest request) {
    Call call =
        named(Call.delete(ApiFamily.APP, DELETIONS + "{}", request.trackingId()), request.token());
    return signed(() -> client.change(request.trackingId(), "cancelled", call));
  }

  private Call named(Call call, Optional<Secret> given) {
    Secret project =
        given
            .or(() -> token)
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        "The token of the project is missing.",
                        "Give it, or set MP_PROJECT_TOKEN. It stands in the project's settings."));
    return call.parameter("token", project.reveal());
  }

  /** Explains the refusal of an account, which is nothing that its role would change. */
  private static <T> T signed(Supplier<T> work) {
    try {
      return work.get();
    } catch (MixpanelDataException e) {
      throw e.code() == ErrorCode.AUTH_FAILED || e.code() == ErrorCode.PERMISSION_DENIED
          ? e.withNextSteps(
              Hint.of(
                  "Requests for personal data take a token of their own, from the settings of"
                      + " your profile. Set it as MP_OAUTH_TOKEN, in place of a service account."))
          : e;
    }
  }
}
