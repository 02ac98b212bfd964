package dev.mixpaneldata.testkit.endpoint;

/** A stand-in for Mixpanel's JavaScript. */
@FunctionalInterface
public interface JqlRunner {
  /** A runner that refuses every script, as Mixpanel refuses one with an error. */
  JqlRunner NONE =
      (script, params) -> {
        throw new Refusal(412, "FakeMixpanel runs no JavaScript");
      };

  /**
   * Returns the result of a script, as a JSON array.
   *
   * @param params JSON; {@code {}} if none are sent
   * @throws Refusal with 412, if the script has failed
   */
  String run(String script, String params) throws Refusal;
}
