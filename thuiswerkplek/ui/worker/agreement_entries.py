"""What can be typed in the form of an agreement: one code for every field."""

from __future__ import annotations

from enum import StrEnum


class Entry(StrEnum):
    """A field of the form; parties and terms have the names they have in the domain."""

    VALID_FROM = "valid-from"
    VALID_TO = "valid-to"
    DAYS_A_WEEK = "days-a-week"
    HOME_LEAST = "home-least"
    HOME_MOST = "home-most"
    OFFICE_LEAST = "office-least"
    OFFICE_MOST = "office-most"
    FIXED_HOME = "fixed-home"
    FIXED_OFFICE = "fixed-office"
    OUTSIDE_DAYS = "outside-days"
    OUTSIDE_OF = "outside-of"
    FIRST_DAYS = "first-days"
    FIRST_MINUTES = "first-minutes"
    CORE_BEGIN = "core-begin"
    CORE_UNTIL = "core-until"
    QUIET_BEGIN = "quiet-begin"
    QUIET_UNTIL = "quiet-until"
    HOME_AMOUNT = "home-amount"
    KM_AMOUNT = "km-amount"
    BUDGET = "budget"
    ITEMS = "items"
    COUNTRY = "country"
    SITES = "sites"
    CHECKED_ON = "checked-on"
    REVIEW_ON = "review-on"
    REVIEW_MONTHS = "review-months"

    EMPLOYER = "employer"
    WORKER = "worker"
    MANAGER = "manager"
    TEAM = "team"

    ENDING = "ending"
    PLACES = "places"
    HOURS = "hours"
    REACHABILITY = "reachability"
    WORK = "work"
    WORKPLACE = "workplace"
    EQUIPMENT = "equipment"
    PRIVACY = "privacy"
    EVIDENCE = "evidence"
