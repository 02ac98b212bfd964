package dev.mixpaneldata.testkit.dataset;

/** The properties of each kind of event, which together have every type of JSON. */
final class Details {

  /** Beyond the precision of a double: 2 to the power of 53, plus one. */
  private static final long FIRST_ORDER = 9_007_199_254_740_993L;

  private static final String[] QUERIES = {
    "red shoes", "grüne Jacke", "スニーカー", "gift 🎁 for \\\"mum\\\"", "tent, 4 persons", "साड़ी"
  };
  private static final String[] COMPLAINTS = {
    "Zu spät!\\nZweite Zeile\\tmit Tab",
    "Where is it? 😡👎🏽",
    "line\u2028separator",
    "back\\\\slash"
  };
  private static final String[] METHODS = {"email", "google", "phone", "apple"};
  private static final String[] ITEMS = {"Trail Shoe", "Rain Jacket", "Bottle", "Head Torch"};
  private static final String[] SHIPPING = {"standard", "express", "pick-up"};

  private Details() {}

  static void opened(LineBuffer out, Chance chance) {
    out.add(",\"from push\":").add(chance.hits(0.2) ? "true" : "false");
    out.add(",\"launch count\":").add(chance.between(1, 60));
    out.add(",\"battery\":0.").add(chance.between(10, 99));
    out.add(",\"$session_id\":\"").addHexadecimal(chance.next()).add("\"");
  }

  static void signedUp(LineBuffer out, Chance chance) {
    out.add(",\"method\":\"").add(chance.oneOf(METHODS));
    out.add("\",\"referred by\":null,\"newsletter\":").add(chance.hits(0.4) ? "true" : "false");
    out.add(",\"birthday\":\"").add(chance.between(1960, 2008)).add("-");
    out.add(chance.between(10, 13)).add("-").add(chance.between(10, 29)).add("\"");
  }

  static void failedToSignUp(LineBuffer out) {
    out.add(",\"method\":\"phone\",\"error\":\"otp_timeout\",\"attempt\":3,\"elapsed_s\":90.5");
  }

  static void onboarded(LineBuffer out, Chance chance) {
    out.add(",\"steps\":[1,2,3],\"skipped\":[],\"seconds\":");
    out.addHundredths(chance.between(1500, 30_000)).add(",\"score\":1.5e-7,\"settings\":{}");
  }

  static void searched(LineBuffer out, Chance chance) {
    out.add(",\"query\":\"").add(chance.oneOf(QUERIES)).add("\",\"results\":");
    out.add(chance.below(400)).add(",\"filters\":[\"size:4").add(chance.below(8));
    out.add("\",\"colour:blau\"],\"page\":1");
  }

  static void viewed(LineBuffer out, Chance chance) {
    out.add(",\"item\":{\"id\":").add(chance.between(100, 999)).add(",\"name\":\"");
    out.add(chance.oneOf(ITEMS)).add("\",\"price\":").addHundredths(chance.between(500, 20_000));
    out.add("},\"rating\":4.").add(chance.below(10));
    out.add(",\"in stock\":").add(chance.hits(0.9) ? "true" : "false");
  }

  static void addedToCart(LineBuffer out, Chance chance) {
    out.add(",\"item.id\":").add(chance.between(100, 999)).add(",\"quantity\":");
    out.add(chance.between(1, 4)).add(",\"price\":").addHundredths(chance.between(500, 20_000));
    out.add(",\"balance\":-").add(chance.between(1, 50));
  }

  static void purchased(LineBuffer out, Chance chance, long timeMillis) {
    long price = chance.between(500, 20_000);
    int quantity = chance.between(1, 4);
    out.add(",\"amount\":").addHundredths(price * quantity).add(",\"currency\":\"EUR\"");
    out.add(",\"items\":[{\"sku\":\"A-").add(chance.between(100, 999)).add("\",\"quantity\":");
    out.add(quantity)
        .add(",\"price\":")
        .addHundredths(price)
        .add(",\"tags\":[\"new\",\"größe 4\"]}");
    out.add(",{\"sku\":\"gift\",\"quantity\":1,\"price\":0}],\"shipping\":{\"method\":\"");
    out.add(chance.oneOf(SHIPPING))
        .add("\",\"address\":{\"zip\":\"0")
        .add(chance.between(1000, 9999));
    out.add("\",\"verified\":true}},\"coupon\":");
    out.add(chance.hits(0.3) ? "\"WELCOME10\"" : "null").add(",\"order number\":");
    out.add(FIRST_ORDER + (chance.next() >>> 20)).add(",\"ordered at\":\"");
    out.add(Texts.dateTime(timeMillis)).add("\"");
  }

  static void complained(LineBuffer out, Chance chance) {
    out.add(",\"text\":\"").add(chance.oneOf(COMPLAINTS)).add("\",\"stars\":");
    out.add(chance.between(1, 3))
        .add(",\"\":\"empty name\",\"naïve ключ 🗝\":[null,true,1,\"x\",{}]");
  }
}
