package dev.mixpaneldata.testkit.endpoint;

/** Stands in for Mixpanel's JavaScript. */
@FunctionalInterface
public interface JqlRunner {
  /** Refuses every script, as Mixpanel does one with an error. */
  JqlRunner NONE =
      (script, params) -> {
        throw new Refusal(412, "FakeMixpanel runs no JavaScript");
      };

  /**
   * What a script gives, as a JSON array.
   *
   * @param params JSON; {@code {}} where none are sent
   * @throws Refusal with 412, to say that the script has failed
   */
  String run(String script, String params) throws Refusal;
}
