"""Journey -> data in the words and the shape of the language: what comes out is a spec of the same journey."""

from collections.abc import Iterable

from mapgen.model import journey as model
from mapgen.model.walk import Part
from mapgen.render.data.events import event_mapping, mapped_events
from mapgen.render.data.values import (
    Data,
    duration,
    extras,
    ids,
    images,
    interval,
    links,
    owner_id,
    pairs,
    record,
    said,
    texts,
)

VERSION = 1


def journey(whole: model.Journey) -> dict[str, Data]:
    """Report a whole journey."""
    scale = whole.scale
    return {
        **record(
            mapgen=VERSION,
            id=whole.id,
            title=whole.title,
            language=whole.language,
            summary=whole.summary,
            state=whole.state,
            market=whole.market,
            scenario=whole.scenario,
            goals=record(customer=texts(whole.customer_goals), business=texts(whole.business_goals)),
            emotion_scale=record(
                min=scale.low, max=scale.high, labels=pairs((str(score), label) for score, label in scale.labels)
            ),
            emotion_curve=record(gaps=whole.curve_gaps),
            duration=duration(whole.duration),
            period=duration(whole.period),
            review=_review(whole.review),
            poster=_poster(whole.poster),
            links=links(whole.links),
            **_declared(whole),
            events=event_mapping(whole.events),
            stages=[_stage(item) for item in whole.stages],
            flow=[_edge(item) for item in whole.flow],
            scenarios=[_scenario(item) for item in whole.scenarios],
            experiments=[_experiment(item) for item in whole.experiments],
            lanes=_lanes(whole),
            theme=whole.theme,
        ),
        **extras(whole.extras),
    }


def _lanes(whole: model.Journey) -> list[Data]:
    """Report the lanes as a spec names them: those with a title of their own as a group of one key."""
    titles = dict(whole.lane_titles)
    return [{name: titles[name]} if name in titles else name for name in whole.lanes]


def _declared(whole: model.Journey) -> dict[str, Data]:
    """Report what is declared once and used in many places."""
    return {
        "segments": [_segment(item) for item in whole.segments],
        "personas": [_persona(item) for item in whole.personas],
        "owners": [_owner(item) for item in whole.owners],
        "channels": [_channel(item) for item in whole.channels],
        "evidence": [_evidence(item) for item in whole.evidence],
    }


def _review(review: model.Review | None) -> Data:
    if review is None:
        return None
    return record(owner=owner_id(review.owner), reviewed=review.reviewed, every=duration(review.every))


def _poster(poster: model.PosterChoice | None) -> Data:
    if poster is None:
        return None
    return record(headline=poster.headline, voices=texts(poster.voices), pains=texts(poster.pains))


def _segment(segment: model.Segment) -> Data:
    return {
        **record(id=segment.id, name=segment.name, description=segment.description, traits=pairs(segment.traits)),
        **extras(segment.extras),
    }


def _owner(owner: model.Owner) -> Data:
    return {**record(id=owner.id, name=owner.name, contact=owner.contact), **extras(owner.extras)}


def _channel(channel: model.Channel) -> Data:
    return {**record(id=channel.id, name=channel.name, mode=channel.mode), **extras(channel.extras)}


def _evidence(piece: model.Evidence) -> Data:
    return {
        **record(
            id=piece.id,
            kind=piece.kind,
            title=piece.title,
            date=piece.date,
            sample=piece.sample,
            confidence=piece.confidence,
            url=piece.url,
            sources=texts(piece.sources),
            observed=said(flag=piece.observed),
        ),
        **extras(piece.extras),
    }


def _persona(persona: model.Persona) -> Data:
    known = record(
        id=persona.id,
        name=persona.name,
        description=persona.description,
        role=persona.role,
        photo=persona.photo,
        position=persona.position,
        department=persona.department,
        segment=persona.segment.id if persona.segment else None,
        demographics=pairs(persona.demographics),
        quote=persona.quote,
        quotes=_quotes(persona.quotes),
        goals=texts(persona.goals),
        behaviors=texts(persona.behaviors),
        motivators=texts(persona.motivators),
        needs=texts(persona.needs),
        challenges=texts(persona.challenges),
        objections=texts(persona.objections),
        buying_role=persona.buying_role,
        evidence=ids(persona.evidence),
    )
    return {**known, **extras(persona.extras)}


def _stage(stage: model.Stage) -> Data:
    return {
        **record(
            id=stage.id,
            name=stage.name,
            definition=stage.definition,
            goal=stage.goal,
            business_goal=stage.business_goal,
            channels=ids(stage.channels),
            questions=[_question(item) for item in stage.questions],
            thoughts=texts(stage.thoughts),
            quotes=_quotes(stage.quotes),
            needs=texts(stage.needs),
            **_claims(stage),
            owner=owner_id(stage.owner),
            contributors=ids(stage.contributors),
            tools=texts(stage.tools),
            duration=duration(stage.duration),
            when=stage.when,
            repeats=said(flag=stage.repeats),
            concurrent_with=texts(stage.concurrent_with),
            requirements=[record(text=item.text, met=item.met) for item in stage.requirements],
            volume=stage.volume,
            period=duration(stage.period),
            metrics=[_metric(item) for item in stage.metrics],
            events=mapped_events(stage.events),
            exits=[_exit(item) for item in stage.exits],
            touchpoints=[_touchpoint(item) for item in stage.touchpoints],
        ),
        **_moment_of_truth(stage),
        **extras(stage.extras),
    }


def _question(question: model.Question) -> Data:
    return record(text=question.text, asked_by=ids(question.asked_by), answered_by=texts(question.answered_by))


def _touchpoint(touchpoint: model.Touchpoint) -> Data:
    return {
        **record(
            id=touchpoint.id,
            name=touchpoint.name,
            entry=said(flag=touchpoint.entry) if touchpoint.entry_share is None else touchpoint.entry_share,
            channel=touchpoint.channel.id if touchpoint.channel else None,
            channels=ids(touchpoint.channels),
            personas=ids(touchpoint.personas),
            action=touchpoint.action,
            thought=touchpoint.thought,
            thoughts=texts(touchpoint.thoughts),
            quotes=_quotes(touchpoint.quotes),
            need=touchpoint.need,
            needs=texts(touchpoint.needs),
            duration=duration(touchpoint.duration),
            wait=duration(touchpoint.wait),
            **_claims(touchpoint),
            metrics=[_metric(item) for item in touchpoint.metrics],
            events=mapped_events(touchpoint.events),
            owner=owner_id(touchpoint.owner),
            contributors=ids(touchpoint.contributors),
            tools=texts(touchpoint.tools),
            frontstage=[_blueprint_item(item) for item in touchpoint.frontstage],
            backstage=[_blueprint_item(item) for item in touchpoint.backstage],
            support=[_blueprint_item(item) for item in touchpoint.support],
            importance=record(customer=touchpoint.importance_customer, business=touchpoint.importance_business),
            asks_feedback=said(flag=touchpoint.asks_feedback),
            exits=[_exit(item) for item in touchpoint.exits],
            images=images(touchpoint.images),
            links=links(touchpoint.links),
        ),
        **_moment_of_truth(touchpoint),
        **extras(touchpoint.extras),
    }


def _claims(part: Part) -> dict[str, Data]:
    """Report what a stage or touchpoint says of feelings, problems and remedies."""
    return record(
        emotion=_emotion(part.emotion),
        pain_points=[_pain_point(item) for item in part.pain_points],
        delights=[record(text=item.text, evidence=ids(item.evidence)) for item in part.delights],
        opportunities=[_opportunity(item) for item in part.opportunities],
    )


def _quotes(quotes: Iterable[model.Quotation]) -> list[Data]:
    """Report quotes; who said one is the id of a persona, or a text."""
    return [
        record(text=item.text, by=item.persona.id if item.persona else item.by, evidence=ids(item.evidence))
        for item in quotes
    ]


def _moment_of_truth(part: Part) -> dict[str, Data]:
    """Report a moment of truth; an empty one is one too."""
    moment = part.moment_of_truth
    return {"moment_of_truth": record(for_=moment.turn, why=moment.why)} if moment else {}


def _emotion(emotion: model.Emotion | None) -> Data:
    if emotion is None:
        return None
    return record(
        score=emotion.score,
        feeling=emotion.feeling,
        target=emotion.target,
        by=pairs(emotion.by),
        evidence=ids(emotion.evidence),
    )


def _pain_point(pain: model.PainPoint) -> Data:
    return record(
        id=pain.id,
        text=pain.text,
        kind=pain.kind,
        severity=pain.severity,
        quotes=_quotes(pain.quotes),
        evidence=ids(pain.evidence),
        owner=owner_id(pain.owner),
    )


def _blueprint_item(item: model.BlueprintItem) -> Data:
    """Report an item of the blueprint; as its text if that is all."""
    pains: list[Data] = [_pain_point(pain) for pain in item.pain_points]
    whole = record(text=item.text, by=owner_id(item.by), duration=duration(item.duration), pain_points=pains)
    return whole if len(whole) > 1 else item.text


def _opportunity(opportunity: model.Opportunity) -> Data:
    return record(
        id=opportunity.id,
        text=opportunity.text,
        addresses=texts(opportunity.addresses),
        impact=opportunity.impact,
        effort=opportunity.effort,
        status=opportunity.status,
        owner=owner_id(opportunity.owner),
        links=links(opportunity.links),
    )


def _metric(metric: model.Metric) -> Data:
    return record(
        id=metric.id,
        name=metric.name,
        value=metric.value,
        unit=metric.unit,
        sample=metric.sample,
        interval=interval(metric.interval),
        target=metric.target,
        better=metric.better,
        as_of=metric.as_of,
        period=duration(metric.period),
        history=[record(date=item.date, value=item.value, sample=item.sample) for item in metric.history],
        evidence=ids(metric.evidence),
    )


def _exit(way: model.Exit) -> Data:
    return record(kind=way.kind, share=way.share, reason=way.reason, evidence=ids(way.evidence))


def _edge(edge: model.Edge) -> Data:
    return record(
        from_=edge.start,
        to=edge.end,
        kind=edge.kind,
        share=edge.share,
        trigger=edge.trigger,
        handoff=handoff(edge.handoff),
    )


def handoff(passing: model.Handoff | None) -> Data:
    """Report who passes the customer to whom."""
    if passing is None:
        return None
    return record(from_=owner_id(passing.giver), to=owner_id(passing.taker), carries=texts(passing.carries))


def _scenario(scenario: model.Scenario) -> Data:
    return record(
        id=scenario.id,
        name=scenario.name,
        description=scenario.description,
        path=texts(scenario.path),
        share=scenario.share,
        playbook=scenario.playbook,
    )


def _experiment(experiment: model.Experiment) -> Data:
    return record(
        name=experiment.name,
        opportunity=experiment.opportunity,
        metric=experiment.metric,
        hypothesis=experiment.hypothesis,
        from_=experiment.start,
        to=experiment.end,
        result=experiment.result,
        links=links(experiment.links),
    )
