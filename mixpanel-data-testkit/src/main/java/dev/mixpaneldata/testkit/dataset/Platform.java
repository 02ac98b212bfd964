package dev.mixpaneldata.testkit.dataset;

/** The platforms of the shop's visitors: the default properties that each SDK sends, as JSON. */
enum Platform {
  ANDROID(
      "Android",
      "\"$app_build_number\":\"5200\",\"$app_version_string\":\"5.2.0\",\"$brand\":\"samsung\","
          + "\"$manufacturer\":\"samsung\",\"$model\":\"SM-A546E\",\"$os\":\"Android\","
          + "\"$os_version\":\"14\",\"$screen_dpi\":420,\"$screen_height\":2340,"
          + "\"$screen_width\":1080,\"$wifi\":true,\"$has_nfc\":false,\"$carrier\":null,"
          + "\"mp_lib\":\"android\",\"$lib_version\":\"8.2.3\""),
  IOS(
      "iOS",
      "\"$app_build_number\":\"5170\",\"$app_version_string\":\"5.1.7\",\"$brand\":\"Apple\","
          + "\"$manufacturer\":\"Apple\",\"$model\":\"iPhone15,3\",\"$os\":\"iOS\","
          + "\"$os_version\":\"18.1\",\"$screen_height\":932,\"$screen_width\":430,"
          + "\"$radio\":\"LTE\",\"$wifi\":false,\"$ios_app_release\":\"5.1.7\","
          + "\"mp_lib\":\"swift\",\"$lib_version\":\"4.3.0\""),
  WEB(
      "Windows",
      "\"$browser\":\"Chrome\",\"$browser_version\":129,\"$os\":\"Windows\","
          + "\"$current_url\":\"https://shop.example/home?ref=a%20b&x=1\",\"$device\":null,"
          + "\"$initial_referrer\":\"$direct\",\"$initial_referring_domain\":\"$direct\","
          + "\"$screen_height\":1080,\"$screen_width\":1920,\"$had_persisted_distinct_id\":true,"
          + "\"mp_lib\":\"web\",\"$lib_version\":\"2.55.1\"");

  /** The value of {@code $os}. */
  final String system;

  /** Members of a JSON object, without braces. */
  final String properties;

  Platform(String system, String properties) {
    this.system = system;
    this.properties = properties;
  }

  static Platform draw(Chance chance, Country country) {
    if (chance.hits(country.androidShare)) {
      return ANDROID;
    }
    return chance.hits(0.5) ? IOS : WEB;
  }
}
