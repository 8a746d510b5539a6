package org.stoa.launch.demo;

import java.util.List;

/**
 * An adverse event as it is coded.
 *
 * @param decoded AEDECOD, a common plain term
 * @param organClass AEBODSYS, a system organ class of MedDRA
 * @param verbatim how investigators write it
 * @param frequency how often it happens under placebo, relative to the others
 * @param doseFactor how much more often it happens under the high dose
 */
record Term(
    String decoded, String organClass, List<String> verbatim, double frequency, double doseFactor) {

  private static final String NERVOUS = "Nervous system disorders";
  private static final String GASTRO = "Gastrointestinal disorders";
  private static final String INFECTIONS = "Infections and infestations";
  private static final String GENERAL = "General disorders and administration site conditions";
  private static final String RESPIRATORY = "Respiratory, thoracic and mediastinal disorders";
  private static final String MUSCULOSKELETAL = "Musculoskeletal and connective tissue disorders";
  private static final String SKIN = "Skin and subcutaneous tissue disorders";
  private static final String VASCULAR = "Vascular disorders";
  private static final String CARDIAC = "Cardiac disorders";
  private static final String INVESTIGATIONS = "Investigations";
  private static final String METABOLISM = "Metabolism and nutrition disorders";
  private static final String INJURY = "Injury, poisoning and procedural complications";
  private static final String PSYCHIATRIC = "Psychiatric disorders";
  private static final String RENAL = "Renal and urinary disorders";
  private static final String EYE = "Eye disorders";
  private static final String IMMUNE = "Immune system disorders";

  /** Every term that the study uses. */
  static final List<Term> ALL =
      List.of(
          term("Headache", NERVOUS, 9, 1.2, "HEADACHE", "HEAD ACHE", "MILD HEADACHE"),
          term("Dizziness", NERVOUS, 5, 3.0, "DIZZINESS", "FELT DIZZY", "LIGHT-HEADED"),
          term("Somnolence", NERVOUS, 2, 1.3, "SLEEPINESS"),
          term("Paraesthesia", NERVOUS, 1, 1.0, "TINGLING IN FINGERS"),
          term("Syncope", NERVOUS, 0.4, 3.0, "FAINTED", "SYNCOPE"),
          term("Nausea", GASTRO, 5, 1.6, "NAUSEA", "FEELING SICK"),
          term("Diarrhoea", GASTRO, 4, 1.3, "DIARRHEA", "LOOSE STOOLS"),
          term("Constipation", GASTRO, 2, 1.1, "CONSTIPATION"),
          term("Vomiting", GASTRO, 2, 1.3, "VOMITING"),
          term("Dyspepsia", GASTRO, 2, 1.2, "INDIGESTION", "HEARTBURN, AFTER MEALS"),
          term("Abdominal pain", GASTRO, 2, 1.0, "STOMACH PAIN"),
          term("Nasopharyngitis", INFECTIONS, 9, 1.0, "COMMON COLD", "COLD"),
          term("Upper respiratory tract infection", INFECTIONS, 5, 1.0, "URTI"),
          term("Influenza", INFECTIONS, 2, 1.0, "FLU", "INFLUENZA"),
          term("Urinary tract infection", INFECTIONS, 2, 1.0, "UTI"),
          term("Pneumonia", INFECTIONS, 0.5, 1.0, "PNEUMONIA"),
          term("Fatigue", GENERAL, 5, 1.5, "FATIGUE", "TIREDNESS"),
          term("Oedema peripheral", GENERAL, 2, 2.2, "SWOLLEN ANKLES", "ANKLE OEDEMA"),
          term("Pyrexia", GENERAL, 1, 1.0, "FEVER"),
          term("Chest pain", GENERAL, 0.8, 1.0, "CHEST PAIN"),
          term("Cough", RESPIRATORY, 4, 2.4, "COUGH", "DRY COUGH", "COUGH, DRY"),
          term("Dyspnoea", RESPIRATORY, 1, 1.0, "SHORTNESS OF BREATH"),
          term("Back pain", MUSCULOSKELETAL, 4, 1.0, "BACK PAIN", "LOW BACK PAIN"),
          term("Arthralgia", MUSCULOSKELETAL, 3, 1.0, "JOINT PAIN", "PAIN IN KNEE"),
          term("Myalgia", MUSCULOSKELETAL, 2, 1.0, "MUSCLE ACHE"),
          term("Rash", SKIN, 2, 1.4, "RASH", "SKIN RASH"),
          term("Pruritus", SKIN, 1, 1.4, "ITCHING"),
          term("Angioedema", SKIN, 0.1, 4.0, "SWELLING OF LIPS"),
          term("Hypotension", VASCULAR, 0.8, 4.0, "LOW BLOOD PRESSURE", "HYPOTENSION"),
          term("Flushing", VASCULAR, 1, 1.5, "FLUSHING"),
          term("Palpitations", CARDIAC, 1.5, 1.2, "PALPITATIONS"),
          term("Atrial fibrillation", CARDIAC, 0.4, 1.0, "ATRIAL FIBRILLATION"),
          term("Myocardial infarction", CARDIAC, 0.2, 1.0, "HEART ATTACK"),
          term("Alanine aminotransferase increased", INVESTIGATIONS, 0.8, 4.0, "RAISED ALT"),
          term("Blood creatinine increased", INVESTIGATIONS, 0.8, 2.0, "CREATININE INCREASED"),
          term("Hyperkalaemia", METABOLISM, 0.8, 3.0, "HIGH POTASSIUM"),
          term("Decreased appetite", METABOLISM, 1, 1.2, "POOR APPETITE"),
          term("Fall", INJURY, 1, 1.5, "FALL", "FELL AT HOME"),
          term("Contusion", INJURY, 1, 1.0, "BRUISE"),
          term("Insomnia", PSYCHIATRIC, 2, 1.0, "CANNOT SLEEP", "INSOMNIA"),
          term("Anxiety", PSYCHIATRIC, 1, 1.0, "ANXIETY"),
          term("Acute kidney injury", RENAL, 0.1, 4.0, "ACUTE RENAL FAILURE"),
          term("Vision blurred", EYE, 1, 1.3, "BLURRED VISION"),
          term("Seasonal allergy", IMMUNE, 1.5, 1.0, "HAY FEVER"));

  /** What a fatal event is coded to. */
  static Term fatal() {
    return ALL.stream()
        .filter(t -> t.decoded.equals("Myocardial infarction"))
        .findFirst()
        .orElseThrow();
  }

  /** How often it happens in an arm, relative to the others. */
  double frequency(Arm arm) {
    return frequency * arm.choose(1, (1 + doseFactor) / 2, doseFactor);
  }

  private static Term term(
      String decoded, String organClass, double frequency, double doseFactor, String... verbatim) {
    return new Term(decoded, organClass, List.of(verbatim), frequency, doseFactor);
  }
}
