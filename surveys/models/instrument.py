"""What an instrument lays down, each thing a row: elements, grade bands, and the questionnaires that ask for them."""

from typing import Any

from django.db import models
from django.db.models import Q

from offices.models import valid_code


class Instrument(models.Model):
    """A dated set of elements, answer scale and grade bands, as a regulation lays it down."""

    key = models.CharField("kunci", max_length=32, unique=True, validators=[valid_code])
    name = models.CharField("nama", max_length=300)
    valid_from = models.DateField("berlaku sejak")

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"

    def __str__(self) -> str:
        return self.name


class Element(models.Model):
    """An *unsur pelayanan*, known everywhere by its key; ``position`` is its place in the questionnaire.

    ``names``: what offices call it in their files, as a list of texts.
    """

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="elements")
    key = models.CharField("kunci", max_length=32, validators=[valid_code])
    name = models.CharField("nama", max_length=200)
    definition = models.TextField("definisi")
    position = models.PositiveSmallIntegerField("urutan")
    names: Any = models.JSONField("sebutan dalam berkas", default=list, blank=True)

    class Meta:
        verbose_name = "unsur pelayanan"
        verbose_name_plural = "unsur pelayanan"
        ordering = ["instrument", "position"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "key"], name="element_key_unique"),
            models.UniqueConstraint(fields=["instrument", "position"], name="element_position_unique"),
        ]

    def __str__(self) -> str:
        return self.name


class GradeBand(models.Model):
    """A grade and the lowest index (25.00–100.00) that still earns it."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="bands")
    letter = models.CharField("mutu", max_length=2)
    label = models.CharField("kinerja", max_length=60)
    lowest = models.DecimalField("batas bawah", max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = "rentang mutu"
        verbose_name_plural = "rentang mutu"
        ordering = ["instrument", "-lowest"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "letter"], name="grade_letter_unique"),
            models.CheckConstraint(condition=Q(lowest__gte=25) & Q(lowest__lte=100), name="grade_lowest_in_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.letter} ({self.label})"


class Channel(models.TextChoices):
    """How a questionnaire is answered."""

    ANY = "any", "semua saluran"
    IN_PERSON = "in_person", "tatap muka"
    ONLINE = "online", "elektronik"
    MIXED = "mixed", "campuran"


class IndexMethod(models.TextChoices):
    """What the index is the mean of (docs/ikm.md)."""

    ELEMENTS = "elements", "rata-rata unsur"
    QUESTIONS = "questions", "rata-rata semua pertanyaan"


class Questionnaire(models.Model):
    """A form of an instrument, for a channel."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="questionnaires")
    key = models.CharField("kunci", max_length=32, unique=True, validators=[valid_code])
    name = models.CharField("nama", max_length=300)
    channel = models.CharField("saluran", max_length=10, choices=Channel)

    class Meta:
        verbose_name = "kuesioner"
        verbose_name_plural = "kuesioner"
        ordering = ["instrument", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="questionnaire_channel_known"),
        ]

    def __str__(self) -> str:
        return self.name


class AllowedMethod(models.Model):
    """An index method that a questionnaire allows; ``position``: its place among them."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="methods")
    method = models.CharField("cara menghitung IKM", max_length=10, choices=IndexMethod)
    position = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "cara menghitung IKM"
        verbose_name_plural = "cara menghitung IKM"
        ordering = ["questionnaire", "position"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "method"], name="method_once_per_questionnaire"),
            models.CheckConstraint(condition=Q(method__in=IndexMethod.values), name="method_known"),
        ]

    def __str__(self) -> str:
        return self.get_method_display()


class AskedQuestion(models.Model):
    """A question of a questionnaire. ``texts``: other wordings by which a file tells it, as a list."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    code = models.CharField("kode", max_length=32, validators=[valid_code])
    text = models.TextField("pertanyaan")
    texts: Any = models.JSONField("bunyi lain", default=list, blank=True)
    position = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "pertanyaan"
        verbose_name_plural = "pertanyaan"
        ordering = ["questionnaire", "position"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "code"], name="question_code_unique"),
            models.UniqueConstraint(fields=["questionnaire", "position"], name="question_position_unique"),
        ]

    def __str__(self) -> str:
        return self.code


class AnswerWord(models.Model):
    """What may be answered, and its score (1–4): the questionnaire's own label, or another word for it."""

    question = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="words")
    text = models.CharField("jawaban", max_length=200)
    score = models.PositiveSmallIntegerField("nilai")
    is_label = models.BooleanField("label kuesioner")

    class Meta:
        verbose_name = "jawaban"
        verbose_name_plural = "jawaban"
        ordering = ["question", "-is_label", "id"]
        constraints = [
            models.UniqueConstraint(fields=["question", "text"], name="answer_word_unique"),
            models.UniqueConstraint(
                fields=["question", "score"], condition=Q(is_label=True), name="answer_label_once_per_score"
            ),
            models.CheckConstraint(condition=Q(score__in=[1, 2, 3, 4]), name="answer_score_in_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.score})"


class QuestionMapping(models.Model):
    """One way in which the questions of a questionnaire make the elements of its instrument."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="mappings")
    key = models.CharField("kunci", max_length=32, validators=[valid_code])
    name = models.CharField("nama", max_length=200)
    position = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "pemetaan"
        verbose_name_plural = "pemetaan"
        ordering = ["questionnaire", "position"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "key"], name="mapping_key_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.name})"


class MappedQuestion(models.Model):
    """The element that a question counts for in one mapping."""

    mapping = models.ForeignKey(QuestionMapping, models.CASCADE, related_name="parts")
    question = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="+")
    element = models.ForeignKey(Element, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "pertanyaan sebuah unsur"
        verbose_name_plural = "pertanyaan sebuah unsur"
        ordering = ["mapping", "question__position"]
        constraints = [
            models.UniqueConstraint(fields=["mapping", "question"], name="mapped_question_once"),
        ]

    def __str__(self) -> str:
        return f"{self.question} – {self.element}"
